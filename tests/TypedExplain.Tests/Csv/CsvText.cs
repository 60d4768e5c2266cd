using System.Text;

namespace TypedExplain.Tests.Tables;

/// <summary>Reading and writing CSV in memory.</summary>
internal static class CsvText
{
    public static CsvResult<T> Read<T>(string text, CsvOptions? options = null)
        where T : IFeatureRecord<T> => Csv.Read<T>(new StringReader(text), options);

    public static string Write<T>(IEnumerable<T> records, CsvOptions? options = null)
        where T : IFeatureRecord<T>
    {
        using StringWriter text = new();
        Csv.Write(text, records, options);
        return text.ToString();
    }

    public static string Write<T>(Dataset<T> dataset, CsvOptions? options = null)
        where T : IFeatureRecord<T>
    {
        using StringWriter text = new();
        Csv.Write(text, dataset, options);
        return text.ToString();
    }

    /// <summary>The cells of a text with commas, by a reader of its own.</summary>
    public static string[][] Table(string text)
    {
        List<List<string>> rows = [[]];
        StringBuilder cell = new();
        bool isQuoted = false;
        foreach (char symbol in text)
        {
            // Within a quoted cell a quote that is written twice leaves and enters again.
            if (symbol == '"')
            {
                isQuoted = !isQuoted;
                cell.Append('"');
            }
            else if (!isQuoted && (symbol is ',' or '\n'))
            {
                string raw = cell.ToString();
                rows[^1].Add(raw.StartsWith('"') ? raw[1..^1].Replace("\"\"", "\"") : raw);
                cell.Clear();
                if (symbol == '\n')
                    rows.Add([]);
            }
            else
            {
                cell.Append(symbol);
            }
        }

        return [.. rows.SkipLast(1).Select(row => row.ToArray())];
    }

    /// <summary>A text of the cells, all of them quoted.</summary>
    public static string Join(IEnumerable<string[]> rows, string lineEnd) =>
        string.Join(lineEnd, rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"")}\""))));

    /// <summary>The message with which a text is refused as a whole.</summary>
    public static string Refusal<T>(string text, CsvOptions? options = null)
        where T : IFeatureRecord<T> => Assert.Throws<InvalidCsvException>(() => Read<T>(text, options)).Message;
}
