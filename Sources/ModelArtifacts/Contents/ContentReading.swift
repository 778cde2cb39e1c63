/// Reads the contents of one file as far as anybody wants to know them: it says which bytes it wants and takes them in, so that it
/// serves alike where any byte can be had at once, as in a directory or by ranges from S3, and where they come by once in their
/// order, as in an archive.
///
///     var request = reading.start()
///     while case .read(let offset, let count) = request { request = reading.feed(bytes, at: offset) }
///     let contents = reading.finish()
package final class ContentReading {
    /// How much is read first: what is in place of weights shows there, and most headers end there.
    private static let firstCount = 4096
    /// How much is read first to recognise what has no format, as the longest pointer of Git LFS takes.
    private static let pointerCount = PlaceholderText.longestPointer
    /// The most that is asked for at once, unless a parser cannot do with less.
    private static let mostAtOnce = 1 << 20
    /// The most that a parser gets in one piece; one that needs more says nothing.
    private static let mostInOnePiece = 64 << 20

    private let needs: ContentNeeds
    private let size: Int64
    private let format: ContentFormat?
    private let mayBeCode: Bool
    private var window: ContentWindow
    private var prefix: [UInt8]?
    private var parser: (any ContentParser)?
    private var fault: ContentFault?
    /// How much was asked for last, where it follows what was there.
    private var lastCount = 0

    /// - Parameters:
    ///   - name: the last component of the path of the file.
    ///   - size: in bytes.
    package init(name: Span<UInt8>, size: Int64, _ needs: ContentNeeds) {
        self.needs = needs
        self.size = size
        format = ContentFormat(named: name)
        mayBeCode = name.ends(with: ".pth")
        window = ContentWindow(size: size)
    }

    /// What is wanted first.
    package func start() -> ContentRequest {
        var count = needs.prefix
        if needs.judgement { count = max(count, format == nil ? Self.pointerCount : Self.firstCount) }
        count = Int(min(Int64(count), size))
        return count > 0 ? .read(at: 0, count: count) : .done
    }

    /// Takes in the bytes that were asked for and says what is wanted next.
    package func feed(_ bytes: Span<UInt8>, at offset: Int64) -> ContentRequest {
        if prefix != nil {
            window.fill(bytes, at: offset)
        } else {
            let first = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
            window.begin(with: first, at: offset)
            prefix = first
            guard needs.judgement else { return .done }
            fault = PlaceholderText.fault(in: first, size: size, format, mayBeCode: mayBeCode)
            if fault == nil { fault = format?.otherFormat(than: first, size: size) }
            guard fault == nil, let format else { return .done }
            parser = format.parser(of: size)
        }
        return goOn()
    }

    /// Lets the parser look at what is there.
    private func goOn() -> ContentRequest {
        guard var parser else { return .done }
        self.parser = nil
        defer { self.parser = parser }
        guard case .need(let count, let expected) = parser.parse(&window), count > window.available,
            count <= Self.mostInOnePiece, Int64(count) <= window.remaining
        else { return .done }
        let there = window.available
        // What goes on where it stopped will go on for a while.
        lastCount = there > 0 || window.isAtEnd ? min(max(2 * lastCount, Self.firstCount), Self.mostAtOnce) : 0
        let wanted = max(count, min(max(expected, lastCount, Self.firstCount), Self.mostAtOnce))
        let offset = window.position + Int64(there)
        return .read(at: offset, count: Int(min(Int64(wanted - there), size - offset)))
    }

    /// What has been seen. Where a request could not be served, that is what the bytes until then tell.
    package func finish() -> FileContents {
        FileContents(
            format: format, prefix: prefix ?? [], fault: fault ?? parser?.fault, facts: parser?.facts ?? .none)
    }
}
