using System.Text;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Tables;

/// <summary>Symbols that a reader does not see or takes for others, and encodings other than UTF-8.</summary>
public class CsvUnicodeTests
{
    private const string Header = "Age,AnnualIncome,Housing,HasDefaulted\n";

    [Theory]
    [InlineData("\u221218", "-18")]
    [InlineData("\u22121.5e\u22123", "-1.5e-3")]
    [InlineData("\u00A018\u00A0", "18")]
    [InlineData("\u2009 18\u202F", "18")]
    public void ReadAsWhatTheyMean(string cell, string number) =>
        Assert.Equal(double.Parse(number, System.Globalization.CultureInfo.InvariantCulture), CsvText.Read<Zoo.Single>($"Value\n{cell}").Rows[0].Value);

    [Theory]
    [InlineData("18\0", "it has a NUL character (U+0000); it must be any finite number.")]
    [InlineData("\0", "it has a NUL character (U+0000); it must be any finite number.")]
    [InlineData("\u201318", "it has a dash (U+2013); it must be any finite number.")]
    [InlineData("\u200B18", "it has a zero-width space (U+200B); it must be any finite number.")]
    [InlineData("\uFEFF18", "it has a byte order mark (U+FEFF); it must be any finite number.")]
    [InlineData("1\u00A08", "it has a no-break space (U+00A0); it must be any finite number.")]
    [InlineData("\uFF11\uFF18", "it has the digit \uFF11 (U+FF11); it must be any finite number.")]
    [InlineData("\u0661\u0668", "it has the digit \u0661 (U+0661); it must be any finite number.")]
    public void Named(string cell, string reason) => Assert.EndsWith(reason, CsvText.Refusal<Zoo.Single>($"Value,Other\n{cell},1"));

    [Fact]
    public void NamesAndFlags()
    {
        string message = CsvText.Refusal<LoanApplication>(Header + "18,1,Rent\0,no\n18,1,Re\u00ADnt,no\n18,1,Rent,no\0\n");
        Assert.Contains("Housing is \"Rent\\u0000\"; it has a NUL character (U+0000); it must be one of Rent, Mortgage, Own.", message);
        Assert.Contains("Housing is \"Re\\u00ADnt\"; it has a soft hyphen (U+00AD); ", message);
        Assert.Contains("HasDefaulted is \"no\\u0000\"; it has a NUL character (U+0000); ", message);
        Assert.Equal(Housing.Own, CsvText.Read<LoanApplication>(Header + "18,1,\u00A0Own,no").Rows[0].Housing);
    }

    /// <summary>On some systems a letter with an accent is written as two symbols.</summary>
    [Theory]
    [InlineData("gro\u0308ße")]
    [InlineData("GRO\u0308ßE")]
    [InlineData("größe")]
    public void HeadersWithAccentsApart(string header) => Assert.Single(CsvText.Read<Sized>($"{header}\n1").Rows);

    [Theory]
    [InlineData("Menge,Größe,Länge", "Menge,Gro\u0308ße,La\u0308nge")]
    [InlineData("Độ", "\u0110o\u0323\u0302")]
    [InlineData("ぎんが,한국", "き\u3099んか\u3099,\u1112\u1161\u11AB\u1100\u116E\u11A8")]
    [InlineData("й,Ё,ΐ", "и\u0306,Е\u0308,ι\u0308\u0301")]
    public void LettersAndAccentsAreJoined(string joined, string apart) => Assert.Equal(joined, UnicodeComposition.Compose(apart));

    /// <summary>A mark is a part of a name: without it another word is left.</summary>
    [Fact]
    public void MarksCount()
    {
        Assert.False(CsvHeader.SameName("आय", "आयु"));
        Assert.False(CsvHeader.SameName("größe", "große"));
        Assert.True(CsvHeader.SameName("größe", "Gro\u0308ße"));
        Assert.Contains("has no column for Größe", CsvText.Refusal<Sized>("große\n1"));
    }

    [Fact]
    public void CategoriesWithAccentsApart()
    {
        CsvResult<Tasted> result = CsvText.Read<Tasted>("Where\nCafe\u0301\ncafé\n");
        Assert.Equal(["Café", "Café"], result.Rows.Select(row => row.Where));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16WithoutAByteOrderMark(bool bigEndian)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, new UnicodeEncoding(bigEndian, byteOrderMark: false).GetBytes("Value\n18\n"));
            Assert.Equal(
                $"{Path.GetFileName(path)} has a NUL character in its header, as UTF-16 without a byte order mark does. Save it as UTF-8, or open it with its own encoding and pass the reader.",
                Assert.Throws<InvalidCsvException>(() => Csv.Read<Zoo.Single>(path)).Message);
            File.WriteAllBytes(path, [.. new UnicodeEncoding(bigEndian, byteOrderMark: true).GetPreamble(), .. new UnicodeEncoding(bigEndian, byteOrderMark: true).GetBytes("Value\n18\n")]);
            Assert.Equal(18, Csv.Read<Zoo.Single>(path).Rows[0].Value);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void HalfOfASurrogatePairIsNotWritten()
    {
        foreach (string words in (string[])["good \uD83D\uDE00, bad \uD83D", "\uDE00", "\uDE00\uD83D"])
        {
            Remark[] rows = [new("fine \uD83D\uDE00", 1), new("fine", 2), new(words, 3)];
            InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => CsvText.Write(rows));
            Assert.Equal((3, "Row 3: Remark.Words is a text with half of a surrogate pair; it must be well-formed Unicode."), (error.Row, error.Message));
            Assert.Equal(rows[..2], CsvText.Read<Remark>(CsvText.Write(rows[..2])).Rows);
        }
    }
}
