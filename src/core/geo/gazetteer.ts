/** Entry of the gazetteer. */
export * from './gazetteer/gazetteer.ts';
