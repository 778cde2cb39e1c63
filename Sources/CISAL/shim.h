#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

/// What the decompressor has produced already and not handed over: it goes first into a buffer of its own, and after an error it cannot
/// be asked for the rest. Swift does not import an array of that length.
static inline const uint8_t *optml_isal_pending(const struct inflate_state *state) {
  return state->tmp_out_buffer + state->tmp_out_processed;
}
