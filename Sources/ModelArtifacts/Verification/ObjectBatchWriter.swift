/// Puts objects into batches, and looks whether they come in order.
struct ObjectBatchWriter {
    /// A batch is full when it has so many bytes.
    private static let batchSize = 128 << 10

    private var batch = ObjectBatch()
    /// Where in the batch the last path is.
    private var last = 0..<0
    /// The last path of the batch before; nil if there is none.
    private var previous: [UInt8]?

    init() { batch.bytes.reserveCapacity(Self.batchSize + 4 * S3Limits.keyLength) }

    /// Whether the batch has to be taken.
    var isFull: Bool { batch.bytes.count >= Self.batchSize }

    /// Adds an object.
    ///
    /// - Parameter content: adds what is known of it.
    @inline(__always)
    mutating func append(_ path: Span<UInt8>, _ content: (inout [UInt8]) -> Void) {
        let start = batch.bytes.count
        SpilledNumber.write(count: path.count, to: &batch.bytes)
        SpilledNumber.write(count: 0, to: &batch.bytes)
        SpilledNumber.write(path, to: &batch.bytes)
        let end = batch.bytes.count
        content(&batch.bytes)
        SpilledNumber.replace(count: batch.bytes.count - end, at: start + 4, in: &batch.bytes)
        if !last.isEmpty || start > 0 {
            note(ByteScan.order(batch.bytes.span.extracting(last), path), at: start)
        } else if let previous {
            note(ByteScan.order(previous.span, path), at: start)
        }
        last = start + ObjectBatch.headerSize..<end
    }

    @inline(__always)
    private mutating func note(_ order: Int, at start: Int) {
        if order > 0 {
            batch.isInOrder = false
        } else if order == 0, batch.repetition == nil {
            batch.repetition = start
        }
    }

    /// The objects since the last time.
    mutating func take() -> ObjectBatch {
        let taken = batch
        if !taken.bytes.isEmpty { previous = Array(taken.bytes[last]) }
        batch = ObjectBatch()
        batch.bytes.reserveCapacity(Self.batchSize + 4 * S3Limits.keyLength)
        last = 0..<0
        return taken
    }
}
