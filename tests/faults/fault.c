/* Loaded before a program (LD_PRELOAD), lets one call of it fail, or kills it there.
 *   ISNAD_FAULT=KIND:N   the Nth call of KIND since main() began: malloc, read, write or sync fails, kill dies at a write
 *   ISNAD_FAULT_ERRNO    the error that it fails with; EIO without
 *   ISNAD_FAULT_COUNT    a file that gets the number of calls of each kind at the end
 * A malloc that fails goes on to fail: memory does not come back. Needs glibc. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* old, size_t size);
void* __libc_memalign(size_t alignment, size_t size);

enum kind { on_malloc, on_read, on_write, on_sync, on_kill, kinds };
static const char* const names[kinds] = {"malloc", "read", "write", "sync", "kill"};
static atomic_long counts[kinds];
static atomic_int running;
static int wanted = -1;
static long at;
static int failure = EIO;

static int fails(enum kind kind) {
    if (!running) return 0;
    const long now = ++counts[kind];
    return (int)kind == wanted && (kind == on_malloc ? now >= at : now == at);
}

static int fails_with(enum kind kind) {
    if (kind == on_write || kind == on_sync)
        if (fails(on_kill)) kill(getpid(), SIGKILL);
    if (!fails(kind)) return 0;
    errno = failure;
    return 1;
}

static void count_up(void) {
    const char* path = getenv("ISNAD_FAULT_COUNT");
    running = 0;
    if (path == NULL) return;
    FILE* file = fopen(path, "w");
    if (file == NULL) return;
    for (int i = 0; i < kinds; ++i) fprintf(file, "%s %ld\n", names[i], (long)counts[i]);
    fclose(file);
}

static int (*real_main)(int, char**, char**);

static int watched_main(int argc, char** argv, char** environment) {
    const char* fault = getenv("ISNAD_FAULT");
    const char* number = getenv("ISNAD_FAULT_ERRNO");
    if (number != NULL) failure = atoi(number);
    for (int i = 0; fault != NULL && i < kinds; ++i) {
        const size_t size = strlen(names[i]);
        if (strncmp(fault, names[i], size) != 0 || fault[size] != ':') continue;
        at = atol(fault + size + 1);
        wanted = i;
    }
    running = 1;
    const int code = real_main(argc, argv, environment);
    count_up();
    return code;
}

int __libc_start_main(int (*program)(int, char**, char**), int argc, char** argv, void (*init)(void),
                      void (*fini)(void), void (*rtld_fini)(void), void* stack_end) {
    int (*next)(int (*)(int, char**, char**), int, char**, void (*)(void), void (*)(void), void (*)(void), void*) =
        dlsym(RTLD_NEXT, "__libc_start_main");
    real_main = program;
    return next(watched_main, argc, argv, init, fini, rtld_fini, stack_end);
}

static void* none(void) {
    errno = ENOMEM;
    return NULL;
}

void* malloc(size_t size) { return fails(on_malloc) ? none() : __libc_malloc(size); }
void* calloc(size_t count, size_t size) { return fails(on_malloc) ? none() : __libc_calloc(count, size); }
void* realloc(void* old, size_t size) { return fails(on_malloc) ? none() : __libc_realloc(old, size); }
void* aligned_alloc(size_t alignment, size_t size) {
    return fails(on_malloc) ? none() : __libc_memalign(alignment, size);
}
int posix_memalign(void** out, size_t alignment, size_t size) {
    void* got = fails(on_malloc) ? NULL : __libc_memalign(alignment, size);
    if (got == NULL) return ENOMEM;
    *out = got;
    return 0;
}

#define NEXT(name) (__typeof__(&name)) dlsym(RTLD_NEXT, #name)

ssize_t read(int fd, void* buffer, size_t size) {
    return fails_with(on_read) ? -1 : (NEXT(read))(fd, buffer, size);
}
ssize_t pread64(int fd, void* buffer, size_t size, off64_t offset) {
    return fails_with(on_read) ? -1 : (NEXT(pread64))(fd, buffer, size, offset);
}
ssize_t write(int fd, const void* buffer, size_t size) {
    return fd > 2 && fails_with(on_write) ? -1 : (NEXT(write))(fd, buffer, size);
}
ssize_t writev(int fd, const struct iovec* parts, int count) {
    return fd > 2 && fails_with(on_write) ? -1 : (NEXT(writev))(fd, parts, count);
}
ssize_t pwrite64(int fd, const void* buffer, size_t size, off64_t offset) {
    return fails_with(on_write) ? -1 : (NEXT(pwrite64))(fd, buffer, size, offset);
}
int ftruncate64(int fd, off64_t size) { return fails_with(on_write) ? -1 : (NEXT(ftruncate64))(fd, size); }
int fsync(int fd) { return fails_with(on_sync) ? -1 : (NEXT(fsync))(fd); }
int fdatasync(int fd) { return fails_with(on_sync) ? -1 : (NEXT(fdatasync))(fd); }
