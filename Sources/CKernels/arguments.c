#include <stdlib.h>

#if defined(__GLIBC__)

/// Tells Swift's run time the arguments (stdlib/public/stubs/CommandLine.cpp of swiftlang/swift).
__attribute__((weak)) void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

/// Swift reads the arguments from `/proc/self/cmdline`. Where `/proc` is not mounted, as in a bare root or a hardened sandbox, it would
/// see none, and every command would print the help and succeed. glibc hands them to what runs before `main`.
__attribute__((constructor)) static void take_arguments(int count, char **arguments) {
    if (_swift_stdlib_overrideUnsafeArgvArgc != NULL && arguments != NULL) _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}

#endif
