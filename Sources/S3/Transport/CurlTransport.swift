package import ModelArtifacts

/// Sends requests by libcurl: all of them on one thread, up to 64 at a time, over connections that stay open.
package final class CurlTransport: HTTPTransport {
    /// How many requests are under way at a time; the others wait.
    package static let mostInFlight = 64

    private typealias Continuation = CheckedContinuation<HTTPResponse, any Error>

    private struct State {
        var nextID: UInt64 = 0
        var continuations: [UInt64: Continuation] = [:]
        /// What is to be started, from `waitingStart` on.
        var waiting: [(id: UInt64, request: HTTPRequest)] = []
        var waitingStart = 0
        /// What is to be stopped, or was cancelled before it came to be started.
        var cancelled: Set<UInt64> = []
        var isEnding = false

        mutating func takeWaiting() -> (id: UInt64, request: HTTPRequest)? {
            guard waitingStart < waiting.count else {
                waiting.removeAll(keepingCapacity: true)
                waitingStart = 0
                return nil
            }
            defer { waitingStart += 1 }
            return waiting[waitingStart]
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
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: Continuation) in
                let isCancelled = state.withLock { state in
                    if state.cancelled.remove(id) != nil { return true }
                    state.continuations[id] = continuation
                    state.waiting.append((id, request))
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) } else { loop.wake() }
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
    }

    /// What the thread does until the transport goes away.
    private static func work(_ state: Lock<State>, _ loop: CurlLoop, _ authorities: CertificateAuthorities?) {
        var running: Set<UInt64> = []
        while true {
            let (stopped, isEnding) = state.withLock { state in
                let stopped = state.cancelled.intersection(running)
                state.cancelled.subtract(stopped)
                return (stopped, state.isEnding)
            }
            for id in stopped {
                loop.stop(id)
                running.remove(id)
            }
            if isEnding { return }
            while running.count < mostInFlight, let (id, request) = state.withLock({ $0.takeWaiting() }) {
                // It may have been cancelled while it waited.
                guard state.withLock({ $0.cancelled.remove(id) == nil }) else { continue }
                if let error = loop.start(id, request, authorities: authorities) {
                    end(id, .failure(error), state)
                } else {
                    running.insert(id)
                }
            }
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

    private static func end(_ id: UInt64, _ result: Result<HTTPResponse, TransportError>, _ state: Lock<State>) {
        let continuation = state.withLock { state in
            state.cancelled.remove(id)
            return state.continuations.removeValue(forKey: id)
        }
        switch result {
        case .success(let response): continuation?.resume(returning: response)
        case .failure(let error): continuation?.resume(throwing: error)
        }
    }
}
