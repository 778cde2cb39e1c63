/// A keyed hash that is the same for all names that differ by case or by the bytes for the same characters.
///
/// That of names in ASCII is as good as any. Of other names it is a filter: what their canonical decomposition in small letters
/// holds of ASCII counts, its letters in any order, and nothing else, so that no tables of Unicode are needed but that of letters
/// with accents. Names of the same hash have to be compared.
enum FoldedNameHash {
    /// The hash of a name.
    ///
    /// - Parameters:
    ///   - hasNonASCII: whether there are bytes beyond ASCII.
    ///   - seed: another hash, of what stands in front of the name.
    @inline(__always)
    static func hash(of name: Span<UInt8>, hasNonASCII: Bool, from seed: UInt64 = 0) -> UInt64 {
        hasNonASCII ? hash(decoding: name, from: seed) : KeyedHash.hash(folding: name, from: seed)
    }

    /// The name in ASCII without capitals that a name beyond ASCII may be taken for; nil if there is none.
    ///
    /// With U+212A, U+037E and U+1FEF these are all characters whose canonical decomposition is ASCII (UnicodeData.txt).
    static func ascii(_ name: Span<UInt8>) -> [UInt8]? {
        guard mayBeASCII(name) else { return nil }
        var (folded, index): ([UInt8], Int) = ([], 0)
        while index < name.count {
            let (scalar, length) = scalar(in: name, at: index)
            index += length
            switch scalar {
            case ..<0x80: folded.append(small(UInt8(truncatingIfNeeded: scalar)))
            default: folded.append(letter(of: scalar))
            }
        }
        return folded
    }

    /// Whether there is a name in ASCII that a name may be taken for.
    private static func mayBeASCII(_ name: Span<UInt8>) -> Bool {
        var index = 0
        while index < name.count {
            // All of these take two bytes or more.
            guard name[index] >= 0x80 else {
                index += 1
                continue
            }
            let (scalar, length) = scalar(in: name, at: index)
            guard isLikeASCII(scalar) else { return false }
            index += length
        }
        return true
    }

    @inline(__always)
    private static func isLikeASCII(_ scalar: UInt32) -> Bool {
        scalar == 0x212A || scalar == 0x037E || scalar == 0x1FEF
    }

    private static func hash(decoding name: Span<UInt8>, from seed: UInt64) -> UInt64 {
        let keys = KeyedHash.keys
        var (letters, others): (UInt64, UInt64) = (0, seed ^ 0x9E37_79B9_7F4A_7C15)
        var (index, mayBeASCII) = (0, true)
        while index < name.count {
            let (scalar, length) = scalar(in: name, at: index)
            index += length
            var byte = UInt8(truncatingIfNeeded: scalar)
            if scalar >= 0x80 {
                byte = letter(of: scalar)
                mayBeASCII = mayBeASCII && isLikeASCII(scalar)
                if byte == 0 { continue }
            } else {
                byte = small(byte)
            }
            switch byte {
            // A letter may stand in another place where marks follow it, and so may what a stroke goes through.
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "<")...UInt8(ascii: ">"):
                letters &+= KeyedHash.mix(UInt64(byte), keys)
            default: others = KeyedHash.mix(others ^ UInt64(byte), keys)
            }
        }
        if mayBeASCII, let plain = ascii(name) { return KeyedHash.hash(of: plain.span, from: seed) }
        return KeyedHash.mix(others ^ letters, keys)
    }

    @inline(__always)
    private static func small(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }

    /// The scalar that begins at an index, and its number of bytes. What is not UTF-8 gives some number or other.
    @inline(__always)
    private static func scalar(in name: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let first = name[index]
        guard first >= 0xC0 else { return (first < 0x80 ? UInt32(first) : 0xFFFD, 1) }
        let length = min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2, name.count - index)
        var scalar = UInt32(first & (first >= 0xF0 ? 0x07 : first >= 0xE0 ? 0x0F : 0x1F))
        for next in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(name[index + next] & 0x3F) }
        return (scalar, length)
    }

    /// What the canonical decomposition of a character in small letters holds of ASCII: a letter or sign, or 0 for nothing.
    private static func letter(of scalar: UInt32) -> UInt8 {
        let (text, start): (StaticString, UInt32)
        switch scalar {
        case 0xC0..<0x250: (text, start) = (latin, 0xC0)
        case 0x1E00..<0x1F00: (text, start) = (additionalLatin, 0x1E00)
        case 0x037E: return UInt8(ascii: ";")
        case 0x1FEF: return UInt8(ascii: "`")
        case 0x212A: return UInt8(ascii: "k")
        case 0x212B: return UInt8(ascii: "a")
        case 0x2260: return UInt8(ascii: "=")
        case 0x226E: return UInt8(ascii: "<")
        case 0x226F: return UInt8(ascii: ">")
        default: return 0
        }
        let letter = unsafe text.utf8Start[Int(scalar - start)]
        return letter == UInt8(ascii: ".") ? 0 : letter
    }

    /// U+00C0 to U+024F (UnicodeData.txt); a full stop where there is no letter of ASCII.
    private static let latin: StaticString = """
        aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y\
        aaaaaaccccccccdd..eeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll.\
        ...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.\
        ................................oo.............uu...............\
        .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
        aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
        ................
        """

    /// U+1E00 to U+1EFF.
    private static let additionalLatin: StaticString = """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
        mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
        wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
        eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
        """
}
