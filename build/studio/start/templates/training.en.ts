/** A session with a quiz and a pass mark, in English. */
export const ENGLISH_TRAINING = `---
id: session-1
title: "Session 1: Welcome and confidentiality"
duration: 30min
competencies: [welcome, protect]
completion: activities
pass: 60
lead: A short lesson, then four questions drawn from a bank. The pass mark is 60 %.
---

# The first welcome {#first-welcome icon=handshake}

To welcome somebody is to let them explain why they came. The forms can wait.

:::open-question{#your-welcome min-words=5 max-words=60 seen-by=me}
With which words do you welcome somebody you don't know?
:::

:::order{#in-which-order competency=welcome}
Put the steps into their order.

1. Greet and introduce yourself
2. Ask what brings the person here
3. Repeat what you have understood
4. Explain what will happen next
:::

# What stays between us {#between-us icon=locked}

Confidentiality protects the person. Information can be shared, under precise conditions.

:::matching{#share-or-not competency=protect}
What do you do with each request?

| request | answer |
|---|---|
| A neighbour wants to know whether she comes here. | Say nothing, not even that you know her |
| A colleague takes over the case. | Pass on what is useful, and let the person know first |
| The person wants to read her file. | Arrange to read it with her |
:::

# Check yourself {#check-yourself icon=check-mark-button}

Four questions are drawn at random. You have two attempts.

::quiz{#final-quiz bank="banks/questions.md" draw=4 shuffle attempts=2}
`;

/** The bank that the quiz draws from. */
export const ENGLISH_BANK = `---
title: "Questions of session 1"
---

:::choice{#q-first-words competency=welcome}
A person comes in, very upset. What do you say first?

- [ ] “Do you have an identity card?”
> The form can wait for a minute.
- [x] “Hello, please sit down. What is the matter?”
> Yes: she is received before she is registered.
- [ ] “You should have made an appointment.”
> That may be true, but it closes the door.
:::

:::choice{#q-repeat competency=welcome}
Why do you repeat what you have understood?

- [x] To check that you have understood
> Yes: the person can correct you.
- [ ] To save time
> It takes a little time, and is worth it.
- [ ] To give your opinion
> No: repeating adds nothing.
:::

:::true-false{#q-confidential competency=protect}
- [x] Saying to a relative that a person comes here may already break confidentiality.
> True: the very fact is part of it.
- [ ] Confidentiality ends when the case is closed.
> False: it goes on.
:::

:::choice{#q-meeting competency=protect}
In a meeting, a partner asks for details about a person's health. What do you do?

- [ ] You answer: everybody here keeps secrets.
> Each gets only what is useful for their own task.
- [x] You say what the common work needs, and no more.
> Yes: sharing is limited to what is necessary.
- [ ] You leave the meeting.
> There is no need: you can set the limit.
:::

:::short-text{#q-keyword competency=protect answer="consent / agreement / her consent / their consent / permission"}
What do you ask the person for before you pass information to a partner?
:::
`;
