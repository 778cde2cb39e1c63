/// Tells whether text is in the composed form of Unicode, NFC.
///
/// Swift compares strings by what they look like in either form, and gives no way to ask for one of them. So this asks it
/// whether there is one character that equals two which stand behind one another.
///
/// Source: https://www.unicode.org/reports/tr15/
enum ComposedText {
    /// The characters that never stand in composed text, although each is one: those with `NFC_Quick_Check=No`.
    ///
    /// Source: https://www.unicode.org/Public/16.0.0/ucd/DerivedNormalizationProps.txt
    private static let neverComposed: [ClosedRange<UInt32>] = [
        0x0340...0x0341, 0x0343...0x0344, 0x0374...0x0374, 0x037E...0x037E, 0x0387...0x0387, 0x0958...0x095F,
        0x09DC...0x09DD, 0x09DF...0x09DF, 0x0A33...0x0A33, 0x0A36...0x0A36, 0x0A59...0x0A5B, 0x0A5E...0x0A5E,
        0x0B5C...0x0B5D, 0x0F43...0x0F43, 0x0F4D...0x0F4D, 0x0F52...0x0F52, 0x0F57...0x0F57, 0x0F5C...0x0F5C,
        0x0F69...0x0F69, 0x0F73...0x0F73, 0x0F75...0x0F76, 0x0F78...0x0F78, 0x0F81...0x0F81, 0x0F93...0x0F93,
        0x0F9D...0x0F9D, 0x0FA2...0x0FA2, 0x0FA7...0x0FA7, 0x0FAC...0x0FAC, 0x0FB9...0x0FB9, 0x1F71...0x1F71,
        0x1F73...0x1F73, 0x1F75...0x1F75, 0x1F77...0x1F77, 0x1F79...0x1F79, 0x1F7B...0x1F7B, 0x1F7D...0x1F7D,
        0x1FBB...0x1FBB, 0x1FBE...0x1FBE, 0x1FC9...0x1FC9, 0x1FCB...0x1FCB, 0x1FD3...0x1FD3, 0x1FDB...0x1FDB,
        0x1FE3...0x1FE3, 0x1FEB...0x1FEB, 0x1FEE...0x1FEF, 0x1FF9...0x1FF9, 0x1FFB...0x1FFB, 0x1FFD...0x1FFD,
        0x2000...0x2001, 0x2126...0x2126, 0x212A...0x212B, 0x2329...0x232A, 0x2ADC...0x2ADC, 0xF900...0xFA0D,
        0xFA10...0xFA10, 0xFA12...0xFA12, 0xFA15...0xFA1E, 0xFA20...0xFA20, 0xFA22...0xFA22, 0xFA25...0xFA26,
        0xFA2A...0xFA6D, 0xFA70...0xFAD9, 0xFB1D...0xFB1D, 0xFB1F...0xFB1F, 0xFB2A...0xFB36, 0xFB38...0xFB3C,
        0xFB3E...0xFB3E, 0xFB40...0xFB41, 0xFB43...0xFB44, 0xFB46...0xFB4E, 0x1D15E...0x1D164, 0x1D1BB...0x1D1C0,
        0x2F800...0x2FA1D,
    ]
    /// Where the characters are that two others make.
    private static let composed: [ClosedRange<UInt32>] = [0xC0...0x30FF, 0xAC00...0xD7A3, 0x105C0...0x16FFF]

    /// Whether the text stays as it is when it is brought into the composed form.
    static func isComposed(_ text: String) -> Bool {
        // The last character that others can join, and the class of the last mark behind it.
        var base: Unicode.Scalar?
        var last: UInt8 = 0
        for scalar in text.unicodeScalars {
            if scalar.value < 0x300 {
                (base, last) = (scalar, 0)
                continue
            }
            if neverComposed.contains(where: { $0.contains(scalar.value) }) { return false }
            let kind = scalar.properties.canonicalCombiningClass.rawValue
            if kind != 0, kind < last { return false }
            // A mark joins unless one of its own class, or a character that is none, stands between.
            if let base, kind > last || last == 0, canJoin(base, scalar) || canSwap(base, scalar, kind) {
                return false
            }
            if kind == 0 { (base, last) = (scalar, 0) } else { last = kind }
        }
        return true
    }

    /// Whether there is a character that equals two.
    private static func canJoin(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        let pair = String(first) + String(second)
        // Nothing composed is as long as two characters that stay apart.
        return pair.count == 1 && characters.contains(pair)
    }

    /// Whether a mark joins the letter in the place of one that is in it already, as the dot below does in `é`: marks of
    /// lower classes come first.
    private static func canSwap(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar, _ kind: UInt8) -> Bool {
        guard marked.contains(where: { $0.contains(letter.value) }), marks.contains(mark.value) else { return false }
        return (classes[String(letter) + String(mark)] ?? 0) > kind
    }

    /// The characters that two others make.
    private static let characters: Set<String> = Set(
        composed.joined().compactMap { value in
            let isNever = neverComposed.contains { $0.contains(value) }
            return isNever ? nil : Unicode.Scalar(value).map { String($0) }
        })

    /// Where letters are that hold a mark and take another: Latin and Greek.
    private static let marked: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1FFF]
    private static let marks: ClosedRange<UInt32> = 0x300...0x345

    /// The highest class of a mark that makes a text when it stands behind one of these letters.
    private static let classes: [String: UInt8] = {
        var classes: [String: UInt8] = [:]
        for letter in marked.joined().compactMap(Unicode.Scalar.init) {
            for mark in marks.compactMap(Unicode.Scalar.init) {
                let kind = mark.properties.canonicalCombiningClass.rawValue
                let text = String(letter) + String(mark)
                classes[text] = max(kind, classes[text] ?? 0)
            }
        }
        return classes
    }()
}
