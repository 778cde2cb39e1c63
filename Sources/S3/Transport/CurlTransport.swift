package import ModelArtifacts

/// Sends requests by libcurl: all of them on one thread, up to 64 at a time, over connections that stay open.
package final class CurlTransport: HTTPTransport {
    /// How many requests are under way at a time; the others wait.
    package static let mostInFlight = 64

    private typealias Continuation = CheckedContinuation<CurlAnswer, any Error>

    private struct State {
        var nextID: UInt64 = 0
        var continuations: [UInt64: Continuation] = [:]
        /// What is to be started, from `waitingStart` on.
        var waiting: [(id: UInt64, request: CurlRequest)] = []
        var waitingStart = 0
        /// What is to be stopped, or was cancelled before it came to be started.
        var cancelled: Set<UInt64> = []
        var isEnding = false
        /// Whether the thread may wait although it could start another request.
        var hasRoom = true

        /// What is to be started, as many as there is room for. What was cancelled while it waited is left out.
        mutating func takeWaiting(room: Int) -> [(id: UInt64, request: CurlRequest)] {
            var taken: [(id: UInt64, request: CurlRequest)] = []
            while taken.count < room, waitingStart < waiting.count {
                let next = waiting[waitingStart]
                waitingStart += 1
                if cancelled.remove(next.id) == nil { taken.append(next) }
            }
            if waitingStart == waiting.count {
                waiting.removeAll(keepingCapacity: true)
                waitingStart = 0
            }
            return taken
        }
    }

    private let state: Lock<State>
    private let loop: CurlLoop
    private let thread: WorkerThread

    /// - Parameter authorities: whom to trust; those of the machine if nil.
    /// - Throws: ``ArtifactError`` with code `outOfResources` if the system has no thread or no memory left.
    package init(_ library: CurlLibrary, authorities: CertificateAuthorities? = nil) throws(ArtifactError) {
        let state = Lock(State())
        let loop: CurlLoop
        do {
            loop = try CurlLoop(connections: Self.mostInFlight)
        } catch {
            throw ArtifactError(.outOfResources, "libcurl cannot be started: memory or descriptors are lacking")
        }
        guard let thread = WorkerThread({ Self.work(state, loop, authorities) }) else {
            throw ArtifactError(.outOfResources, "no thread can be started for the requests to S3")
        }
        (self.state, self.loop, self.thread) = (state, loop, thread)
    }

    deinit {
        state.withLock { $0.isEnding = true }
        loop.wake()
        thread.join()
    }

    package func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let made = try CurlRequest(request)
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let answer = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: Continuation) in
                let (isCancelled, hasRoom) = state.withLock { state in
                    if state.cancelled.remove(id) != nil { return (true, false) }
                    state.continuations[id] = continuation
                    state.waiting.append((id, made))
                    // Where there is no room, the thread looks by itself as soon as there is.
                    defer { state.hasRoom = false }
                    return (false, state.hasRoom)
                }
                if hasRoom { loop.wake() }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let continuation = state.withLock { state in
                state.cancelled.insert(id)
                return state.continuations.removeValue(forKey: id)
            }
            guard let continuation else { return }
            loop.wake()
            continuation.resume(throwing: CancellationError())
        }
        return HTTPResponse(status: answer.status, head: answer.head, body: answer.body)
    }

    /// What the thread does until the transport goes away.
    private static func work(_ state: Lock<State>, _ loop: CurlLoop, _ authorities: CertificateAuthorities?) {
        var running: Set<UInt64> = []
        while true {
            let (stopped, isEnding) = state.withLock { state in
                let stopped = state.cancelled.isEmpty ? [] : state.cancelled.intersection(running)
                state.cancelled.subtract(stopped)
                return (stopped, state.isEnding)
            }
            for id in stopped {
                loop.stop(id)
                running.remove(id)
            }
            if isEnding { return }
            start(&running, state, loop, authorities)
            guard loop.run() else {
                for id in running { end(id, .failure(TransportError(.other, "libcurl failed")), state) }
                for id in running { loop.stop(id) }
                running.removeAll()
                continue
            }
            while let (id, result) = loop.next() {
                running.remove(id)
                end(id, result, state)
            }
        }
    }

    /// Starts what waits, as far as there is room; whoever comes later wakes the thread if there still is some.
    private static func start(
        _ running: inout Set<UInt64>, _ state: Lock<State>, _ loop: CurlLoop, _ authorities: CertificateAuthorities?
    ) {
        while true {
            let taken = state.withLock { state in
                let taken = state.takeWaiting(room: mostInFlight - running.count)
                state.hasRoom = running.count + taken.count < mostInFlight
                return taken
            }
            var isRefused = false
            for (id, request) in taken {
                if let error = loop.start(id, request, authorities: authorities) {
                    end(id, .failure(error), state)
                    isRefused = true
                } else {
                    running.insert(id)
                }
            }
            // One that could not be started has left its place to another.
            if !isRefused { return }
        }
    }

    private static func end(_ id: UInt64, _ result: Result<CurlAnswer, TransportError>, _ state: Lock<State>) {
        let continuation = state.withLock { state in
            state.cancelled.remove(id)
            return state.continuations.removeValue(forKey: id)
        }
        switch result {
        case .success(let answer): continuation?.resume(returning: answer)
        case .failure(let error): continuation?.resume(throwing: error)
        }
    }
}
