import { fits } from "../fits.mjs";

export const options = { viewport: { width: 1024, height: 768 }, colorScheme: "dark" };

export default fits;
