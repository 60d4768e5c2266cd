namespace TypedExplain.Tests.Tables;

/// <summary>Texts that a spreadsheet would run are escaped where that is asked for, and come back as they were.</summary>
public class CsvFormulaTests
{
    private static readonly CsvOptions s_escaping = new() { EscapesFormulas = true };

    private static readonly Note[] s_notes =
    [
        new("=cmd|' /C calc'!A0", "=1+1", -5), new("+1", "+x", 5), new("-1", "plain", -0.5), new("@SUM(A1)", "=1+1", 0), new("'=quoted", "'+y", 1), new("''", "plain", 2),
        new("\tindented", "=1+1", 3), new("'plain", "plain", 4), new("", "plain", 6), new("a = b", "plain", 7),
    ];

    [Fact]
    public void They_come_back()
    {
        using StringWriter text = new();
        Csv.Write(text, s_notes, s_escaping);

        Assert.Equal(s_notes, Csv.Read<Note>(new StringReader(text.ToString()), s_escaping).Rows);
        Assert.DoesNotContain(text.ToString().Split('\n').Skip(1).SelectMany(line => line.Split(',')), cell => cell.Trim('"') is ['=' or '+' or '@', ..]);
        Assert.Contains("'=1+1", text.ToString());
        Assert.Contains(",-5,", text.ToString());
    }

    [Fact]
    public void Nothing_is_escaped_unless_it_is_asked_for()
    {
        using StringWriter text = new();
        Csv.Write(text, s_notes);

        Assert.Contains("=1+1", text.ToString());
        Assert.DoesNotContain("'=1+1", text.ToString());
        Assert.Equal(s_notes, Csv.Read<Note>(new StringReader(text.ToString())).Rows);
    }
}

/// <summary>A record with texts.</summary>
[FeatureRecord]
public partial record Note([Text] string Words, [Categories("=1+1", "+x", "plain", "'+y")] string Kind, double Number);
