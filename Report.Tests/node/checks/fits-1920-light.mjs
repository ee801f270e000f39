import { fits } from "../fits.mjs";

export const options = { viewport: { width: 1920, height: 1080 }, colorScheme: "light" };

export default fits;
