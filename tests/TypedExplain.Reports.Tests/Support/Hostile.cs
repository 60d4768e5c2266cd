namespace TypedExplain.Reports.Tests.Support;

/// <summary>A record whose names attack whoever shows them: markup, ends of style sheets, quotes, letters that turn the order of others, emptiness, right-to-left scripts.</summary>
[FeatureRecord]
public sealed partial record Hostile(
    [Numeric(-10, 10), ShownAs("<script>alert('name')</script>")] double Script,
    [Numeric(-10, 10), ShownAs("</style><img src=x onerror=alert(1)>")] double Style,
    [Numeric(-10, 10), ShownAs("\"quoted\" & 'single' ]]> <!-- -->")] double Quotes,
    [Numeric(-10, 10), ShownAs("safe\u202Eevil\u2066\u0007\u0000")] double Bidi,
    [Numeric(-10, 10, Unit = "</text><script>"), ShownAs("הכנסה שנתית")] double Hebrew,
    [Numeric(-10, 10), ShownAs("收入金额与债务的比例在过去十二个月内的平均值以及其他说明文字的很长很长的名字")] double Wide,
    [Categories("<b>bold</b>", "' onmouseover='alert(1)", "\u202Etxet")] string Kind,
    [ShownAs("Zalgo z̷̢̛a̶l̸g̴o̵")] bool Marks);
