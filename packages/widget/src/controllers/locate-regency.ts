// By itself, because it is loaded when somebody asks where they are.
export { locateRegency } from '@lapor/schemas/regions';
