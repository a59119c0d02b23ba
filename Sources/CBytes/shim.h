#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/* Of 64 bytes one bit each, the first the lowest: separators and control characters; and control characters alone. */
typedef struct {
    uint64_t marks;
    uint64_t controls;
} ptrules_marks;

/* Swift has no name for the instruction that takes one bit of each byte. */
static inline __attribute__((always_inline)) ptrules_marks ptrules_find_marks(const void *bytes, uint8_t separator) {
    ptrules_marks found = {0, 0};
#if defined(__SSE2__)
    const __m128i mark = _mm_set1_epi8((char)separator), control = _mm_set1_epi8(0x1F);
    for (int index = 0; index < 4; index++) {
        __m128i word = _mm_loadu_si128((const __m128i *)bytes + index);
        __m128i isControl = _mm_cmpeq_epi8(_mm_min_epu8(word, control), word);
        __m128i isSeparator = _mm_cmpeq_epi8(word, mark);
        found.controls |= (uint64_t)(uint32_t)_mm_movemask_epi8(isControl) << (16 * index);
        found.marks |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(isControl, isSeparator)) << (16 * index);
    }
#else
    for (int index = 0; index < 64; index++) {
        uint8_t byte = ((const uint8_t *)bytes)[index];
        found.controls |= (uint64_t)(byte < 0x20) << index;
        found.marks |= (uint64_t)(byte < 0x20 || byte == separator) << index;
    }
#endif
    return found;
}
