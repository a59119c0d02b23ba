#include <libxml/parser.h>
#include <libxml/xmlerror.h>

/* A handler that fails in silence: what is wrong with a workbook is told in the program's own words. */
static inline void ptrules_xml_quiet(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

static inline xmlSAXHandler ptrules_xml_handler(
    startElementNsSAX2Func start, endElementNsSAX2Func end, charactersSAXFunc text, internalSubsetSAXFunc doctype) {
    xmlSAXHandler handler = {0};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start;
    handler.endElementNs = end;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.cdataBlock = text;
    handler.internalSubset = doctype;
    handler.error = ptrules_xml_quiet;
    handler.warning = ptrules_xml_quiet;
    return handler;
}
