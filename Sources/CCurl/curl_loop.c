#include "curl_loop.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// The numbers are those of libcurl's binary interface, which has not changed one since 2006 (`include/curl/curl.h` and `multi.h` of
// curl, "The ABI"): options by their kind and number, so that headers are not needed where this is built.
enum {
  option_write_data = 10001,
  option_url = 10002,
  option_proxy = 10004,
  option_error_buffer = 10010,
  option_post_fields = 10015,
  option_low_speed_limit = 19,
  option_low_speed_time = 20,
  option_http_header = 10023,
  option_header_data = 10029,
  option_custom_request = 10036,
  option_no_body = 44,
  option_post = 47,
  option_post_field_size = 60,
  option_ca_info = 10065,
  option_header_function = 20079,
  option_http_version = 84,
  option_ca_path = 10097,
  option_no_signal = 99,
  option_private = 10103,
  option_write_function = 20011,
  option_timeout_ms = 155,
  option_connect_timeout_ms = 156,
  option_protocols = 181,
  option_tcp_keep_alive = 213,
  option_path_as_is = 234,
  option_suppress_connect_headers = 265,
};
enum {
  multi_option_pipelining = 3,
  multi_option_max_connects = 6,
  multi_option_max_host_connections = 7,
  multi_option_max_total_connections = 13,
};
enum { info_response_code = 0x200002, info_private = 0x100015 };
enum { http_version_1_1 = 2, protocols_http_and_https = 3, global_all = 3, message_done = 1, out_of_memory = 27 };

/// `CURLMsg`
struct message {
  int kind;
  void *easy;
  union {
    void *whatever;
    int result;
  } data;
};

static struct {
  int (*global_init)(long);
  char *(*version)(void);
  void *(*easy_init)(void);
  void (*easy_cleanup)(void *);
  void (*easy_reset)(void *);
  int (*easy_setopt)(void *, int, ...);
  int (*easy_getinfo)(void *, int, ...);
  const char *(*easy_strerror)(int);
  void *(*slist_append)(void *, const char *);
  void (*slist_free_all)(void *);
  void *(*multi_init)(void);
  int (*multi_cleanup)(void *);
  int (*multi_setopt)(void *, int, ...);
  int (*multi_add_handle)(void *, void *);
  int (*multi_remove_handle)(void *, void *);
  int (*multi_perform)(void *, int *);
  int (*multi_poll)(void *, void *, unsigned, int, int *);
  int (*multi_wakeup)(void *);
  struct message *(*multi_info_read)(void *, int *);
} curl;

struct text {
  uint8_t *bytes;
  size_t count, capacity, limit;
};

struct transfer {
  uint64_t id;
  void *easy;
  void *headers;
  uint8_t *request_body;
  struct text head, body;
  int is_too_long;
  char error[256];
  struct transfer *previous, *next;
};

struct optml_curl_loop {
  void *multi;
  struct transfer *first;
  /// The one of which the answer was taken last.
  struct transfer *taken;
  /// Those that have ended, whose memory the next ones take, linked by `next`.
  struct transfer *idle;
};

static const size_t head_limit = 256 << 10;
/// The most bytes of an answer whose memory is kept for the next one.
static const size_t kept_capacity = 64 << 10;
static const long least_bytes_per_second = 1000;

const char *optml_curl_open(const char *path) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    // It may be what it needs itself that is missing, or no library at all.
    const char *error = dlerror();
    return error && !(strstr(error, path) && strstr(error, "No such file")) ? error : "it is not there";
  }
  const struct {
    const char *name;
    void *function;
  } functions[] = {
      {"curl_global_init", &curl.global_init},
      {"curl_version", &curl.version},
      {"curl_easy_init", &curl.easy_init},
      {"curl_easy_cleanup", &curl.easy_cleanup},
      {"curl_easy_reset", &curl.easy_reset},
      {"curl_easy_setopt", &curl.easy_setopt},
      {"curl_easy_getinfo", &curl.easy_getinfo},
      {"curl_easy_strerror", &curl.easy_strerror},
      {"curl_slist_append", &curl.slist_append},
      {"curl_slist_free_all", &curl.slist_free_all},
      {"curl_multi_init", &curl.multi_init},
      {"curl_multi_cleanup", &curl.multi_cleanup},
      {"curl_multi_setopt", &curl.multi_setopt},
      {"curl_multi_add_handle", &curl.multi_add_handle},
      {"curl_multi_remove_handle", &curl.multi_remove_handle},
      {"curl_multi_perform", &curl.multi_perform},
      {"curl_multi_poll", &curl.multi_poll},
      {"curl_multi_wakeup", &curl.multi_wakeup},
      {"curl_multi_info_read", &curl.multi_info_read},
  };
  for (size_t index = 0; index < sizeof functions / sizeof functions[0]; index++) {
    void *function = dlsym(library, functions[index].name);
    if (!function) {
      dlclose(library);
      return "it is older than 7.68, of January 2020";
    }
    memcpy(functions[index].function, &function, sizeof function);
  }
  if (curl.global_init(global_all) != 0) {
    dlclose(library);
    return "it cannot be started";
  }
  return NULL;
}

const char *optml_curl_version(void) { return curl.version(); }

optml_curl_loop *optml_curl_loop_create(long most_connections) {
  optml_curl_loop *loop = calloc(1, sizeof *loop);
  if (!loop) return NULL;
  loop->multi = curl.multi_init();
  if (!loop->multi) {
    free(loop);
    return NULL;
  }
  curl.multi_setopt(loop->multi, multi_option_pipelining, 0L);
  curl.multi_setopt(loop->multi, multi_option_max_connects, most_connections);
  curl.multi_setopt(loop->multi, multi_option_max_host_connections, most_connections);
  curl.multi_setopt(loop->multi, multi_option_max_total_connections, most_connections);
  return loop;
}

static void free_transfer(struct transfer *transfer) {
  curl.easy_cleanup(transfer->easy);
  curl.slist_free_all(transfer->headers);
  free(transfer->request_body);
  free(transfer->head.bytes);
  free(transfer->body.bytes);
  free(transfer);
}

static void detach(optml_curl_loop *loop, struct transfer *transfer) {
  curl.multi_remove_handle(loop->multi, transfer->easy);
  if (transfer->previous) transfer->previous->next = transfer->next;
  else loop->first = transfer->next;
  if (transfer->next) transfer->next->previous = transfer->previous;
}

/// Makes a transfer that has ended ready for another request.
static void recycle(optml_curl_loop *loop, struct transfer *transfer) {
  // The connections are those of the loop, and stay open.
  curl.easy_reset(transfer->easy);
  curl.slist_free_all(transfer->headers);
  free(transfer->request_body);
  struct transfer cleared = {.easy = transfer->easy, .head = transfer->head, .body = transfer->body, .next = loop->idle};
  if (cleared.body.capacity > kept_capacity) {
    free(cleared.body.bytes);
    cleared.body = (struct text){0};
  }
  cleared.head.count = cleared.body.count = 0;
  *transfer = cleared;
  loop->idle = transfer;
}

/// A transfer with a handle; null if memory is lacking.
static struct transfer *make_transfer(optml_curl_loop *loop) {
  struct transfer *transfer = loop->idle;
  if (transfer) {
    loop->idle = transfer->next;
    transfer->next = NULL;
    return transfer;
  }
  transfer = calloc(1, sizeof *transfer);
  if (!transfer) return NULL;
  transfer->easy = curl.easy_init();
  if (transfer->easy) return transfer;
  free(transfer);
  return NULL;
}

void optml_curl_loop_destroy(optml_curl_loop *loop) {
  while (loop->first) {
    struct transfer *transfer = loop->first;
    detach(loop, transfer);
    free_transfer(transfer);
  }
  if (loop->taken) free_transfer(loop->taken);
  while (loop->idle) {
    struct transfer *transfer = loop->idle;
    loop->idle = transfer->next;
    free_transfer(transfer);
  }
  curl.multi_cleanup(loop->multi);
  free(loop);
}

/// Returns 0 if there is no room.
static int append(struct text *text, const void *bytes, size_t count) {
  if (count > text->limit - text->count) return 0;
  if (text->count + count > text->capacity) {
    size_t capacity = text->capacity ? text->capacity * 2 : 16 << 10;
    if (capacity < text->count + count) capacity = text->count + count;
    if (capacity > text->limit) capacity = text->limit;
    uint8_t *larger = realloc(text->bytes, capacity);
    if (!larger) return 0;
    text->bytes = larger;
    text->capacity = capacity;
  }
  memcpy(text->bytes + text->count, bytes, count);
  text->count += count;
  return 1;
}

static size_t receive_head(char *bytes, size_t size, size_t count, void *context) {
  struct transfer *transfer = context;
  count *= size;
  // There may be heads of "100 Continue" in front of the one that counts.
  if (count >= 5 && memcmp(bytes, "HTTP/", 5) == 0) transfer->head.count = 0;
  if (append(&transfer->head, bytes, count)) return count;
  transfer->is_too_long = 1;
  return 0;
}

static size_t receive_body(char *bytes, size_t size, size_t count, void *context) {
  struct transfer *transfer = context;
  count *= size;
  if (append(&transfer->body, bytes, count)) return count;
  transfer->is_too_long = 1;
  return 0;
}

/// Returns 0, or the number of an error.
static int prepare(struct transfer *transfer, const struct optml_curl_request *request) {
  void *easy = transfer->easy;
  const char *header = request->headers;
  for (size_t index = 0; index < request->header_count; index++) {
    void *longer = curl.slist_append(transfer->headers, header);
    if (!longer) return out_of_memory;
    transfer->headers = longer;
    header += strlen(header) + 1;
  }
  int code = 0;
#define SET(option, value)                                                                          \
  do {                                                                                              \
    if (code == 0) code = curl.easy_setopt(easy, option, value);                                    \
  } while (0)
  SET(option_url, request->url);
  SET(option_private, transfer);
  SET(option_error_buffer, transfer->error);
  SET(option_http_header, transfer->headers);
  SET(option_header_function, receive_head);
  SET(option_header_data, transfer);
  SET(option_write_function, receive_body);
  SET(option_write_data, transfer);
  SET(option_no_signal, 1L);
  SET(option_path_as_is, 1L);
  SET(option_protocols, (long)protocols_http_and_https);
  SET(option_http_version, (long)http_version_1_1);
  SET(option_suppress_connect_headers, 1L);
  SET(option_tcp_keep_alive, 1L);
  SET(option_connect_timeout_ms, request->connect_milliseconds);
  SET(option_timeout_ms, request->milliseconds);
  // Whoever sends a byte now and then is not waited for either: an answer takes no longer than its limit at this rate.
  SET(option_low_speed_limit, request->idle_seconds > 0 ? least_bytes_per_second : 0L);
  SET(option_low_speed_time, request->idle_seconds);
  if (request->proxy) SET(option_proxy, request->proxy);
  if (request->authorities) SET(request->authorities_are_directory ? option_ca_path : option_ca_info, request->authorities);
  if (strcmp(request->method, "HEAD") == 0) {
    SET(option_no_body, 1L);
  } else if (strcmp(request->method, "GET") != 0) {
    transfer->request_body = malloc(request->body_count + 1);
    if (!transfer->request_body) return out_of_memory;
    if (request->body_count > 0) memcpy(transfer->request_body, request->body, request->body_count);
    SET(option_post, 1L);
    SET(option_post_fields, (char *)transfer->request_body);
    SET(option_post_field_size, (long)request->body_count);
    SET(option_custom_request, request->method);
  }
#undef SET
  return code;
}

int optml_curl_loop_start(optml_curl_loop *loop, uint64_t id, const struct optml_curl_request *request) {
  struct transfer *transfer = make_transfer(loop);
  if (!transfer) return out_of_memory;
  transfer->id = id;
  transfer->head.limit = head_limit;
  transfer->body.limit = request->answer_limit;
  int code = prepare(transfer, request);
  if (code == 0 && curl.multi_add_handle(loop->multi, transfer->easy) != 0) code = out_of_memory;
  if (code != 0) {
    free_transfer(transfer);
    return code;
  }
  transfer->next = loop->first;
  if (loop->first) loop->first->previous = transfer;
  loop->first = transfer;
  return 0;
}

void optml_curl_loop_stop(optml_curl_loop *loop, uint64_t id) {
  for (struct transfer *transfer = loop->first; transfer; transfer = transfer->next) {
    if (transfer->id != id) continue;
    detach(loop, transfer);
    free_transfer(transfer);
    return;
  }
}

int optml_curl_loop_run(optml_curl_loop *loop, int milliseconds) {
  // A request that was just started has something to do at once, so that there is no waiting for it. The other way round, requests
  // that end would be waited for.
  int code = curl.multi_poll(loop->multi, NULL, 0, milliseconds, NULL);
  if (code != 0) return code;
  int running = 0;
  return curl.multi_perform(loop->multi, &running);
}

void optml_curl_loop_wake(optml_curl_loop *loop) { curl.multi_wakeup(loop->multi); }

int optml_curl_loop_next(optml_curl_loop *loop, struct optml_curl_answer *answer) {
  if (loop->taken) recycle(loop, loop->taken);
  loop->taken = NULL;
  struct message *message;
  int left;
  do {
    message = curl.multi_info_read(loop->multi, &left);
    if (!message) return 0;
  } while (message->kind != message_done);
  // The message is gone with the handle.
  int code = message->data.result;
  char *private = NULL;
  curl.easy_getinfo(message->easy, info_private, &private);
  struct transfer *transfer = (struct transfer *)private;
  detach(loop, transfer);
  loop->taken = transfer;
  long status = 0;
  curl.easy_getinfo(transfer->easy, info_response_code, &status);
  answer->id = transfer->id;
  answer->code = transfer->is_too_long ? optml_curl_too_long : code;
  answer->status = status;
  answer->head = transfer->head.bytes;
  answer->head_count = transfer->head.count;
  answer->body = transfer->body.bytes;
  answer->body_count = transfer->body.count;
  answer->message = transfer->error[0] ? transfer->error : curl.easy_strerror(code);
  return 1;
}
