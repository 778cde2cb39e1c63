#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stddef.h>

/// What the decompressor has produced already and not handed over: it goes first into a buffer of its own, and after an error it cannot
/// be asked for the rest. Swift does not import an array of that length.
static inline const uint8_t *optml_isal_pending(const struct inflate_state *state) {
  return state->tmp_out_buffer + state->tmp_out_processed;
}

/// The end of what the decompressor has handed over, if it has handed over everything that it has produced: as much of it as
/// what follows can refer to.
static inline const uint8_t *optml_isal_history(const struct inflate_state *state, size_t *count) {
  *count = state->tmp_out_processed < ISAL_DEF_HIST_SIZE ? (size_t)state->tmp_out_processed : ISAL_DEF_HIST_SIZE;
  return state->tmp_out_buffer + state->tmp_out_processed - *count;
}

/// The size of the part of a decompressor's state that says where in the input it stands: all but the bytes that it has produced, which
/// come last.
enum { optml_isal_position_size = offsetof(struct inflate_state, tmp_out_buffer) };

_Static_assert(
    sizeof(struct inflate_state) - offsetof(struct inflate_state, tmp_out_buffer)
        < sizeof(((struct inflate_state *)0)->tmp_out_buffer) + _Alignof(struct inflate_state),
    "something follows the bytes that were produced");
