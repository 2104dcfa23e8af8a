/** `people` of a course that shows the examples of all types, in both languages. */
export const examplePeople = `people:
  - { id: jeanne, name: Jeanne, role: boulangère, face: { hair: bun, hair-colour: grey, skin: light, glasses: round, clothes: orange } }
  - { id: karim, name: Karim, role: apprenti, face: { hair: short, skin: tan, beard: short, clothes: blue } }
  - { id: ada, name: Ada, role: volunteer, face: { hair: afro, skin: dark, clothes: teal } }
  - { id: tom, name: Tom, role: volunteer, face: { hair: tousled, hair-colour: red, skin: fair, clothes: green } }
`;
