import { accessible } from "../fits.mjs";

export default async ({ tab, open }) => {
  await open("prod");
  await accessible(tab, "prod");
};
