#pragma once

#include <stddef.h>
#include <stdint.h>

/// Several requests of HTTP at once, by the libcurl of this machine, which is opened when the program runs. All functions of one loop
/// but `optml_curl_loop_wake` are for one thread.

/// One request. What it points to is copied.
struct optml_curl_request {
  /// Whole and encoded, of the scheme http or https. The path is sent as it is.
  const char *url;
  /// GET, HEAD, POST or PUT.
  const char *method;
  /// Lines `Name: value`, each with a NUL behind it.
  const char *headers;
  size_t header_count;
  const uint8_t *body;
  size_t body_count;
  /// The most bytes that the body of the answer may have.
  size_t answer_limit;
  /// A file or a directory of certificates of authorities to trust, or null for those of the machine.
  const char *authorities;
  int authorities_are_directory;
  /// Null for what the environment says, empty for none.
  const char *proxy;
  /// The most milliseconds for the connection, and for all; 0 for as many as it takes.
  long connect_milliseconds;
  long milliseconds;
  /// The most seconds in which nothing comes.
  long idle_seconds;
};

/// What has become of a request. The memory is the loop's, until its next call.
struct optml_curl_answer {
  uint64_t id;
  /// 0 for an answer; else the number that libcurl gives an error, or one of those below.
  int code;
  long status;
  /// The lines of the head, from the last status line on.
  const uint8_t *head;
  size_t head_count;
  const uint8_t *body;
  size_t body_count;
  /// What libcurl says of an error.
  const char *message;
};

/// The body is longer than it may be.
enum { optml_curl_too_long = -1 };

/// Opens the library at a path. Returns null if it is open now, or says why it cannot be used. For one thread at a time.
const char *optml_curl_open(const char *path);

/// What the open library calls itself, such as `libcurl/7.88.1 OpenSSL/3.0.19`.
const char *optml_curl_version(void);

typedef struct optml_curl_loop optml_curl_loop;

/// Null if memory or descriptors are lacking.
optml_curl_loop *optml_curl_loop_create(long most_connections);
void optml_curl_loop_destroy(optml_curl_loop *loop);

/// Starts a request. Returns 0, or the number of an error.
int optml_curl_loop_start(optml_curl_loop *loop, uint64_t id, const struct optml_curl_request *request);

/// Ends a request of which no answer is wanted any more.
void optml_curl_loop_stop(optml_curl_loop *loop, uint64_t id);

/// Waits until there is something to do, at most so long, or until it is woken, and does it. Returns 0, or the number
/// of an error after which the loop is of no use.
int optml_curl_loop_run(optml_curl_loop *loop, int milliseconds);

/// Makes a thread that is in `optml_curl_loop_run` return. For any thread.
void optml_curl_loop_wake(optml_curl_loop *loop);

/// Takes a request that has ended. Returns 0 if there is none.
int optml_curl_loop_next(optml_curl_loop *loop, struct optml_curl_answer *answer);
