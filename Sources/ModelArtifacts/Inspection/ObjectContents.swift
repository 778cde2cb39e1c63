/// Reads what rules want to see of the contents of objects below a prefix, by ranges, many objects at once, and shows it to the rules in
/// the order of the keys.
///
/// Memory is bounded by the number of requests under way. Whoever asks for it waits for tasks, and must not run on a thread of their
/// pool.
struct ObjectContents {
    /// What was read of one object.
    private struct Reading: Sendable {
        /// Nil if it was refused.
        let contents: FileContents?
        let byteCount: Int64
        /// Whether nothing but a weak ETag holds its ranges together.
        var isWeak = false
    }

    private struct Pending {
        let path: ByteString
        let name: Int
        let size: Int64
        let reading: AwaitedTask<Reading>
    }

    /// The most objects that are read of which only the beginning is wanted, as their names say nothing. One of them may be an archive
    /// that was meant to be unpacked; where there are more, they are data, and a request for each would take hours.
    private static let mostNameless = 100

    private let reading: ObjectReading
    private let bucket: ByteString
    private let keyPrefix: ByteString
    private let run: InspectionRun
    private let refusals = RefusedQuestions()
    private var pending: [Pending] = []
    private var bytesRead: Int64 = 0
    private var objectsRead = 0
    private var namelessCount = 0
    /// How many objects are not judged because too much would have to be read.
    private var beyondLimit = 0
    private var refused = 0
    private var weak = 0

    init(_ reading: ObjectReading, of uri: S3URI, for run: InspectionRun) {
        self.reading = reading
        bucket = uri.bucket
        keyPrefix = run.subject.keyPrefix ?? ""
        self.run = run
    }

    /// Reads, and returns what could not be read, each safe to show.
    ///
    /// - Throws: ``ArtifactError`` if the listing or an object cannot be read, or has changed since it was listed.
    mutating func visit(_ paths: any PathSource) throws(ArtifactError) -> [String] {
        defer { paths.stop() }
        while let listed = try paths.next() {
            try listed.forEach { path throws(ArtifactError) in try self.visit(path) }
            paths.recycle(listed)
        }
        while !pending.isEmpty { try finishFirst() }
        var remarks: [String] = []
        if let remark = refusals.remark {
            remarks.append("the contents of \(Plural.count(refused, "object")) could not be read: \(remark)")
        }
        if beyondLimit > 0 {
            remarks.append(
                "the contents of \(Plural.count(beyondLimit, "object")) were not looked at, because "
                    + "\(ByteSize(bytes: reading.limit)) were read before; --content-limit allows for more")
        }
        if weak > 0 {
            remarks.append(
                "If-Match cannot use the weak ETags (W/) of \(Plural.count(weak, "object")): those of the answers were compared, "
                    + "which may miss that an object is replaced while it is read")
        }
        return remarks
    }

    /// Whether everything was read that was wanted.
    var isComplete: Bool { refused == 0 && beyondLimit == 0 }

    private mutating func visit(_ object: PathReference) throws(ArtifactError) {
        let file = object.file
        guard let size = file.size, size > 0, file.archiveClass == nil else { return }
        let span = unsafe object.bytes.span
        let name = (span.indices.last { span[$0] == UInt8(ascii: "/") } ?? -1) + 1
        guard name < span.count else { return }
        let needs = run.checks.contentNeeds(path: span, name: name, size: size)
        guard !needs.isNone else { return }
        if name == 0, !needs.judgement, !span.contains(".") {
            namelessCount += 1
            guard namelessCount <= Self.mostNameless else { return }
        }
        guard bytesRead < reading.limit else { return beyondLimit += 1 }
        if pending.count >= max(1, reading.service.requestsInFlight) { try finishFirst() }
        let path = ByteString(span)
        let uri = S3URI(bucket: bucket, key: keyPrefix + path)
        let etag = file.etag.map { ETag($0) }
        let (service, refusals) = (reading.service, refusals)
        let task = AwaitedTask {
            let read = try await refusals.ask {
                try await Self.read(uri, path, name, size: size, etag, needs, by: service)
            }
            return read ?? Reading(contents: nil, byteCount: 0)
        }
        pending.append(Pending(path: path, name: name, size: size, reading: task))
    }

    private mutating func finishFirst() throws(ArtifactError) {
        let object = pending.removeFirst()
        let read = try object.reading.value()
        guard let contents = read.contents else { return refused += 1 }
        // The order of the keys decides what is left out, and not which answer comes first.
        guard bytesRead < reading.limit else { return beyondLimit += 1 }
        bytesRead += read.byteCount
        objectsRead += 1
        if read.isWeak { weak += 1 }
        run.options.walkProgress?(objectsRead, bytesRead)
        run.checks.visit(contents, path: object.path.bytes.span, name: object.name, size: object.size)
    }

    private static func read(
        _ uri: S3URI, _ path: ByteString, _ name: Int, size: Int64, _ etag: ETag?, _ needs: ContentNeeds,
        by service: any BucketService
    ) async throws -> Reading {
        let last = ByteString(Array(path.bytes[name...]))
        let reading = ContentReading(name: last.bytes.span, size: size, needs)
        let object = UnchangedObject(uri, size: size, etag: etag, by: service)
        var byteCount: Int64 = 0
        var request = reading.start()
        while case .read(let offset, let count) = request {
            let bytes = try await object.read(offset..<offset + Int64(count))
            byteCount += Int64(count)
            request = reading.feed(bytes.span, at: offset)
        }
        return Reading(contents: reading.finish(), byteCount: byteCount, isWeak: object.etag?.isWeak ?? false)
    }
}
