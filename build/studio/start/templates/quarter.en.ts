/** A session of a quarter of an hour, in English. */
export const ENGLISH_QUARTER = `---
id: session-1
title: "Session 1: An appointment"
duration: 15min
completion: activities
lead: A scene, a question, three cards to sort. Replace these words by yours.
---

# The scene {#the-scene icon=speech-balloon}

:::scene{place="At the drop-in, Tuesday, 9.00" tone=warm}
Mr Bruno puts an open envelope on the table.

## bruno {expression=tired}
They cut me off on Friday. I don't know where to begin.

## amina
Let's begin by reading the letter together.
:::

:::choice{#first-step}
What does Amina do first?

- [ ] She calls the supplier at once.
> Not yet: she doesn't know what Mr Bruno has already tried.
- [x] She asks what has happened since the last bill.
> Yes: she can choose the right step once she understands.
- [ ] She fills in a request for financial help.
> Perhaps later. Help is asked for when the need is clear.
:::

# Sort the cards {#sort-the-cards icon=card-index-dividers}

Three steps are possible. Which of them are urgent?

:::categorize{#urgent-or-not}
Sort each card.

## Before Friday
- Ask the supplier for more time to pay
- Report the situation to the hardship fund

## Next week
- Go through the budget of the month
:::

:::keep{icon=light-bulb}
- **Read** together what causes fear.
- **Understand** before you act.
- **Separate** what is urgent from what can wait.
:::
`;
