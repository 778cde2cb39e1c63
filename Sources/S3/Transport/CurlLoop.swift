import CCurl

/// The C side of ``CurlTransport``. One thread uses it; ``wake()`` is for all.
@safe final class CurlLoop: @unchecked Sendable {
    private let loop: OpaquePointer

    /// - Throws: ``TransportError`` if memory or descriptors are lacking.
    init(connections: Int) throws(TransportError) {
        guard let loop = unsafe optml_curl_loop_create(connections) else {
            throw TransportError(.other, "libcurl cannot be started")
        }
        unsafe self.loop = loop
    }

    deinit { unsafe optml_curl_loop_destroy(loop) }

    /// Makes ``run()`` return.
    func wake() { unsafe optml_curl_loop_wake(loop) }

    /// Starts a request; returns why it cannot be, if so.
    func start(_ id: UInt64, _ made: CurlRequest, authorities: CertificateAuthorities?) -> TransportError? {
        let request = made.request
        let code = unsafe made.head.withUnsafeBytes { head in
            unsafe request.url.withCString { url in
                unsafe request.method.withCString { method in
                    unsafe (authorities?.path ?? "").withCString { path in
                        unsafe "".withCString { nothing in
                            unsafe request.body.withUnsafeBufferPointer { body in
                                var description = unsafe optml_curl_request()
                                unsafe description.url = url
                                unsafe description.method = method
                                unsafe description.headers = head.bindMemory(to: CChar.self).baseAddress
                                unsafe description.header_count = request.headers.count
                                unsafe description.body = body.baseAddress
                                unsafe description.body_count = body.count
                                unsafe description.answer_limit = request.answerLimit
                                if let authorities {
                                    unsafe description.authorities = path
                                    unsafe description.authorities_are_directory = authorities.isDirectory ? 1 : 0
                                }
                                if !request.allowsProxy { unsafe description.proxy = nothing }
                                unsafe description.connect_milliseconds = request.patience.connectMilliseconds
                                unsafe description.milliseconds = request.patience.milliseconds ?? 0
                                unsafe description.idle_seconds = request.patience.idleSeconds ?? 0
                                return unsafe optml_curl_loop_start(loop, id, &description)
                            }
                        }
                    }
                }
            }
        }
        return code == 0
            ? nil : TransportError(code: Int(code), message: "the request cannot be started (curl \(code))")
    }

    /// Ends a request without an answer.
    func stop(_ id: UInt64) { unsafe optml_curl_loop_stop(loop, id) }

    /// Waits for something to happen, a minute at most; returns false if the loop is of no use any more.
    func run() -> Bool { unsafe optml_curl_loop_run(loop, 60_000) == 0 }

    /// What has become of a request that has ended; nil if none has.
    func next() -> (id: UInt64, result: Result<CurlAnswer, TransportError>)? {
        var answer = unsafe optml_curl_answer()
        guard unsafe optml_curl_loop_next(loop, &answer) != 0 else { return nil }
        guard unsafe answer.code == 0 else {
            let message = unsafe String(cString: answer.message)
            return unsafe (answer.id, .failure(TransportError(code: Int(answer.code), message: message)))
        }
        let head = unsafe Array(UnsafeBufferPointer(start: answer.head, count: answer.head_count))
        let body = unsafe Array(UnsafeBufferPointer(start: answer.body, count: answer.body_count))
        return unsafe (answer.id, .success(CurlAnswer(status: answer.status, head: head, body: body)))
    }
}
