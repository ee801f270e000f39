import { fits } from "../fits.mjs";

export const options = { viewport: { width: 390, height: 844 }, colorScheme: "dark" };

export default fits;
