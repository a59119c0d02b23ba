#include <zlib.h>

/* The initialisers are macros, which Swift does not see: raw deflate streams, as zip has them. */
static inline int ptrules_inflate_init(z_streamp stream) { return inflateInit2(stream, -MAX_WBITS); }

static inline int ptrules_deflate_init(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
