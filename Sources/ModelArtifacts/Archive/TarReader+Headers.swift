import CArchive

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension TarReader {
    /// How many bytes libarchive has used.
    var consumed: Int64 {
        guard let archive = unsafe archive else { return 0 }
        return unsafe archive_filter_bytes(archive, 0)
    }

    /// Reads the headers of the next member and returns it, or the first of the labels before it, of which ``pending`` then
    /// holds the rest and the member; nil at the end of the archive.
    func readHeaders() throws(ArchiveReadError) -> ArchiveMember? {
        if progress == .notOpened { try open() }
        if progress == .inContents { try skipContents() }
        guard progress == .beforeHeaders, let archive = unsafe archive else { return nil }
        let start = consumed
        source.beginHeaders(at: start)
        var entry: OpaquePointer?
        let result = unsafe archive_read_next_header(archive, &entry)
        if let failure = source.failure { throw located(failure) }
        let headers =
            source.withBytes(start..<consumed) { RawTarHeaders(scanning: $0, at: start) }
            ?? RawTarHeaders(unseenAt: start)
        let member: ArchiveMember?
        switch result {
        case ARCHIVE_OK, ARCHIVE_WARN:
            let next = try unsafe self.member(entry, headers, warning: result == ARCHIVE_WARN ? warning() : nil)
            lastMember = next.name
            progress = .inContents
            source.endHeaders()
            member = next
        case ARCHIVE_EOF:
            // The end-of-archive blocks are kept like headers, for what follows them in the same block.
            progress = .ended
            member = nil
        // The checksum is wrong. To try again would be to look for a header in whatever comes next.
        case ARCHIVE_RETRY: throw fault("tar header has a wrong checksum", at: consumed - 512)
        case ARCHIVE_FAILED, ARCHIVE_FATAL:
            if source.isAtEnd, headers.headerOffset == nil {
                throw fault("tar archive is cut off", at: source.delivered)
            }
            // A wrong checksum behind extension headers is not told apart; the raw headers end with the one that has it.
            throw fault(at: headers.headerOffset)
        default: throw fault()
        }
        guard !headers.labels.isEmpty else { return member }
        if let member { pending.append(member) }
        pending += headers.labels.reversed().map { ArchiveMember($0) }
        return pending.popLast()
    }

    private func open() throws(ArchiveReadError) {
        // libarchive refuses an empty stream.
        guard let first = unsafe source.peek() else { throw source.failure ?? fault("damaged tar archive") }
        if unsafe first.isEmpty {
            progress = .ended
            return
        }
        guard let archive = unsafe archive_read_new() else {
            throw .input(ArtifactError(.readFailed, "not enough memory to read the archive"))
        }
        unsafe self.archive = unsafe archive
        // On macOS, members named `._NAME` would otherwise be taken for attributes of the member that follows.
        let results = unsafe [
            archive_read_support_format_tar(archive),
            archive_read_set_format_option(archive, "tar", "mac-ext", nil),
            archive_read_open2(
                archive, Unmanaged.passUnretained(source).toOpaque(), nil,
                { _, context, block in
                    guard let context = unsafe context, let block = unsafe block else { return -1 }
                    let source = unsafe Unmanaged<TarBlockSource>.fromOpaque(context).takeUnretainedValue()
                    guard let bytes = unsafe source.nextForArchive() else { return -1 }
                    unsafe block.pointee = bytes.baseAddress
                    return bytes.count
                },
                { _, context, count in
                    guard let context = unsafe context else { return 0 }
                    let source = unsafe Unmanaged<TarBlockSource>.fromOpaque(context).takeUnretainedValue()
                    return source.skip(atMost: count)
                }, nil),
        ]
        if let failure = source.failure { throw failure }
        guard results.allSatisfy({ $0 == ARCHIVE_OK }) else {
            throw fault("not a tar archive")
        }
        progress = .beforeHeaders
    }

    private func skipContents() throws(ArchiveReadError) {
        guard let archive = unsafe archive else { return }
        let result = unsafe archive_read_data_skip(archive)
        if let failure = source.failure { throw failure }
        switch result {
        case ARCHIVE_OK, ARCHIVE_WARN, ARCHIVE_EOF: progress = .beforeHeaders
        case ARCHIVE_RETRY, ARCHIVE_FAILED, ARCHIVE_FATAL: throw fault()
        default: throw fault()
        }
    }

    /// The fault that libarchive tells of, or that `message` does.
    func fault(_ message: String? = nil, at offset: Int64? = nil) -> ArchiveReadError {
        // libarchive says nothing, or names numbers of bytes that depend on how far it has read.
        if message == nil, source.isAtEnd, archiveMessage?.hasPrefix("Truncated") != false {
            return fault("tar archive is cut off", at: source.delivered)
        }
        return .tar(
            TarFault(
                message: message ?? archiveMessage ?? "damaged tar archive", offset: offset ?? consumed,
                afterMember: lastMember))
    }

    /// Completes a fault that the source has found, which does not know the members.
    private func located(_ failure: ArchiveReadError) -> ArchiveReadError {
        guard case .tar(var fault) = failure else { return failure }
        fault.afterMember = lastMember
        return .tar(fault)
    }

    /// What libarchive says of its last result. Its number may be -1, which no system error has.
    private var archiveMessage: String? {
        guard let archive = unsafe archive, let message = unsafe archive_error_string(archive) else { return nil }
        return DisplayText.escaped(unsafe String(cString: message))
    }

    /// The warning that libarchive has given, unless it is the one for every name that is not ASCII: this process never
    /// sets a locale, and takes the name as bytes.
    private func warning() -> String? {
        guard let message = archiveMessage else { return "unexplained warning of libarchive" }
        return message.contains("can't be converted") ? nil : message
    }

    private func member(
        _ entry: OpaquePointer?, _ headers: RawTarHeaders, warning: String?
    ) throws(ArchiveReadError) -> ArchiveMember {
        guard let entry = unsafe entry else { throw fault() }
        // With a damaged record, libarchive drops all that follow it: the name and the size may be among them.
        if headers.hasMalformedPax { throw fault("damaged pax header", at: headers.offset) }
        // Without a header there is no member; libarchive gives up after 32 extension headers in a row.
        guard headers.wasUnseen || headers.typeflag != nil else { throw fault(at: headers.offset) }
        var size = unsafe archive_entry_size(entry)
        if headers.hasStrayRealSize, let storedSize = headers.storedSize { size = storedSize }
        guard size >= 0 else { throw fault("member has a negative size", at: headers.offset) }
        let name = unsafe Self.exact(unsafe archive_entry_pathname(entry), headers.paxPath) ?? ByteString()
        let link = unsafe archive_entry_symlink(entry) ?? archive_entry_hardlink(entry)
        let kind = unsafe kind(of: entry, named: name, typeflag: headers.typeflag)
        let globalNames = "a global pax header sets names or sizes, which not every reader heeds"
        return unsafe ArchiveMember(
            name: name, kind: kind, size: size, storedSize: headers.storedSize,
            linkTarget: kind == .symbolicLink || kind == .hardLink
                ? Self.exact(unsafe link, headers.paxLinkPath) ?? ByteString() : nil,
            mode: UInt16(truncatingIfNeeded: unsafe archive_entry_perm(entry)) & 0o7777,
            headerOffset: headers.offset, warning: warning ?? (headers.hasGlobalNames ? globalNames : nil))
    }

    /// The name that libarchive gives, or the packed one if that goes on behind a zero byte, where names in C end.
    private static func exact(_ name: UnsafePointer<CChar>?, _ packed: ByteString?) -> ByteString? {
        let given = unsafe name.map { name in
            ByteString(unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name))))
        }
        guard let packed, let zero = packed.bytes.firstIndex(of: 0) else { return given ?? packed }
        // An empty value counts as none, so that libarchive then gives another name.
        return zero == 0 || given == nil || given?.bytes[...] == packed.bytes[..<zero] ? packed : given
    }

    private func kind(of entry: OpaquePointer, named name: ByteString, typeflag: UInt8?) -> ArchiveMember.Kind {
        switch typeflag {
        case UInt8(ascii: "1"): return .hardLink
        case UInt8(ascii: "2"): return .symbolicLink
        case UInt8(ascii: "3"): return .characterDevice
        case UInt8(ascii: "4"): return .blockDevice
        case UInt8(ascii: "5"): return .directory
        case UInt8(ascii: "6"): return .fifo
        // Plain, contiguous and sparse files; in old archives a slash at the end makes a directory.
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"), UInt8(ascii: "S"):
            return name.bytes.last == UInt8(ascii: "/") ? .directory : .file
        case .some(let typeflag): return .special(typeflag)
        case nil: break
        }
        if unsafe archive_entry_hardlink(entry) != nil { return .hardLink }
        // The values of the file type bits, as libarchive's AE_IFMT and its neighbours have them on every system.
        switch unsafe archive_entry_filetype(entry) {
        case 0o120000: return .symbolicLink
        case 0o020000: return .characterDevice
        case 0o060000: return .blockDevice
        case 0o040000: return .directory
        case 0o010000: return .fifo
        default: return .file
        }
    }
}

extension ArchiveMember {
    /// A member that is nothing but a header block.
    fileprivate init(_ label: RawTarHeaders.Label) {
        self.init(
            name: label.name, kind: .special(label.typeflag), size: 0, storedSize: 0, linkTarget: nil, mode: 0,
            headerOffset: label.offset, warning: nil)
    }
}
