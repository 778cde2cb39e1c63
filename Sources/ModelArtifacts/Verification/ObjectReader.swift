/// Goes through the objects of one side of a comparison, in whatever order they come.
struct ObjectReader {
    private let source: () throws(ArtifactError) -> ObjectBatch?
    /// The name of the side, for messages.
    private let location: ByteString
    private var batch = ObjectBatch()
    /// Where in the batch the next object begins.
    private var place = 0
    private var path = 0..<0
    private var content = 0..<0

    /// Whether there is an object.
    private(set) var isThere = false
    /// Whether the objects so far, and those after them that have been read already, are in order.
    private(set) var isInOrder = true

    /// - Parameter source: the next objects; nil at the end.
    init(_ location: ByteString, _ source: @escaping () throws(ArtifactError) -> ObjectBatch?) {
        self.location = location
        self.source = source
    }

    /// Reads objects on a thread of its own.
    ///
    /// - Parameter source: adds objects one after another, on another thread.
    /// - Throws: ``ArtifactError`` with code `readFailed` if the system has no thread left.
    init(
        readingAhead location: ByteString,
        _ source:
            @escaping @Sendable (
                _ append: (Span<UInt8>, (inout [UInt8]) -> Void) throws(ArtifactError) -> Void
            ) throws(ArtifactError) -> Void
    ) throws(ArtifactError) {
        let batches = try ReadAhead<ObjectBatch> { pipe throws(ArtifactError) in
            var writer = ObjectBatchWriter()
            try source { path, content throws(ArtifactError) in
                writer.append(path, content)
                if writer.isFull { try pipe.append(writer.take()) }
            }
            try pipe.append(writer.take())
        }
        self.init(location) { () throws(ArtifactError) -> ObjectBatch? in try batches.next() }
    }

    /// Takes objects that are in memory.
    init(_ location: ByteString, _ objects: any ObjectIterator) {
        var writer = ObjectBatchWriter()
        self.init(location) { () throws(ArtifactError) -> ObjectBatch? in
            while !writer.isFull, let object = objects.next() {
                writer.append(object.path.bytes.span) { object.write(to: &$0) }
            }
            let batch = writer.take()
            return batch.bytes.isEmpty ? nil : batch
        }
    }

    /// The next objects, as long as none has been asked for by itself; nil at the end.
    ///
    /// - Throws: ``ArtifactError``.
    mutating func nextBatch() throws(ArtifactError) -> ObjectBatch? { try source() }

    /// Goes to the next object.
    ///
    /// - Throws: ``ArtifactError``, with code `malformedInput` for a path that has come before.
    @inline(__always)
    mutating func next() throws(ArtifactError) {
        if place == batch.bytes.count { try load() }
        guard isThere else { return }
        if place == batch.repetition { throw repetition }
        let start = place + ObjectBatch.headerSize
        path = start..<start + SpilledNumber.count(batch.bytes.span, at: place)
        content = path.upperBound..<path.upperBound + SpilledNumber.count(batch.bytes.span, at: place + 4)
        place = content.upperBound
    }

    private mutating func load() throws(ArtifactError) {
        (batch, place, isThere) = (ObjectBatch(), 0, false)
        while let next = try source() {
            guard next.isInOrder else { return isInOrder = false }
            if next.bytes.isEmpty { continue }
            (batch, isThere) = (next, true)
            return
        }
    }

    private var repetition: ArtifactError {
        let start = place + ObjectBatch.headerSize
        let count = SpilledNumber.count(batch.bytes.span, at: place)
        let path = ByteString(Array(batch.bytes[start..<start + count]))
        return ArtifactError(.malformedInput, "\(location): names '\(path)' more than once")
    }

    /// The object.
    var object: VerifiableObject {
        VerifiableObject(path: batch.bytes.span.extracting(path), content: batch.bytes.span.extracting(content))
    }

    /// Below 0, 0 or above 0 where the path comes before that of the other side, is the same, or comes behind it.
    @inline(__always)
    func order(with other: ObjectReader) -> Int {
        ByteScan.order(batch.bytes.span.extracting(path), other.batch.bytes.span.extracting(other.path))
    }

    /// Whether sizes and ETags that can be MD5s are known of both sides and the same, and nothing says that they mean nothing.
    @inline(__always)
    func isPlainlySame(as other: ObjectReader) -> Bool {
        guard let facts = plainFacts, let others = other.plainFacts else { return false }
        return facts.size == others.size && facts.digest == others.digest
    }

    @inline(__always)
    private var plainFacts: ObjectFacts? {
        let span = batch.bytes.span.extracting(content)
        var place = 0
        let facts = ObjectFacts(span, at: &place)
        guard facts.size != nil, facts.digest != nil, facts.encryption == nil else { return nil }
        return facts.hasMore && VerifiableObject.hasDefect(span, behind: place) ? nil : facts
    }
}
