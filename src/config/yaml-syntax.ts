import type { YAMLError } from "yaml";

const MESSAGES: Record<YAMLError["code"], string> = {
  ALIAS_PROPS: "an alias (*name) can have no tag or anchor",
  BAD_ALIAS: "expected a name after * or &",
  BAD_COLLECTION_TYPE: "a list and a mapping are mixed here",
  BAD_DIRECTIVE: "a line that begins with % is not needed here",
  BAD_DQ_ESCAPE:
    "in double quotes a backslash begins an escape: write \\\\ for the character itself, or use single quotes",
  BAD_INDENT: "the indentation fits neither the line above nor a list or mapping before it",
  BAD_PROP_ORDER: "a tag or anchor stands in the wrong place",
  BAD_SCALAR_START: "a plain text can't begin with this character: put the text in quotes",
  BLOCK_AS_IMPLICIT_KEY:
    "a second key or list begins inside a value: expected one key to a line, and quotes around a text with a colon",
  BLOCK_IN_FLOW: "indented keys or lists can't stand inside brackets",
  DUPLICATE_KEY: "the key is already written above",
  IMPOSSIBLE: "this can't be read as YAML",
  KEY_OVER_1024_CHARS: "expected a colon within 1024 characters of the key",
  MISSING_CHAR: "something is missing here: a colon, a comma, or a blank after one of them",
  MULTILINE_IMPLICIT_KEY: "expected a key and its colon on one line",
  MULTIPLE_ANCHORS: "a value can have one anchor",
  MULTIPLE_DOCS: "expected one configuration, found a line --- that begins another",
  MULTIPLE_TAGS: "a value can have one tag",
  NON_STRING_KEY: "expected a plain text as key",
  RESOURCE_EXHAUSTION: "this is nested too deeply to be read",
  TAB_AS_INDENT: "expected blanks as indentation, found a tab",
  TAG_RESOLVE_FAILED: "tags (!name) are not read here: write the value alone",
  UNEXPECTED_TOKEN:
    "something unexpected stands here, such as text after a closed quote or a bracket too many",
};

/** What is wrong with the YAML, in words of our own and without a stack or a drawing. */
export const syntaxMessage = (error: YAMLError): string => {
  // One code stands for several mistakes: the parser's own words tell an open quote or bracket from the others.
  const closing = /closing (["'])|end with an? ([\]}])/u.exec(error.message);
  if (closing !== null) return `expected a closing ${closing[1] ?? closing[2]}, found the end of the value`;
  return MESSAGES[error.code] ?? MESSAGES.IMPOSSIBLE;
};
