using System.Text;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Files;

namespace TypedExplain;

/// <summary>
/// Reads and writes records as CSV files: a header with the names of the features, then one row per record. Numbers are
/// written the same way in every culture, with a decimal point.
/// </summary>
public static class Csv
{
    /// <summary>UTF-8 without a byte order mark; text that is not UTF-8 is refused rather than guessed at.</summary>
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What to do about a file of another encoding.</summary>
    internal const string OtherEncoding = "Save it as UTF-8, or open it with its own encoding and pass the reader.";

    /// <summary>Reads a UTF-8 file, with or without a byte order mark.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="InvalidCsvException">The header does not fit the record, or, unless errors are collected, a cell is bad.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static CsvResult<T> Read<T>(string path, CsvOptions? options = null)
        where T : IFeatureRecord<T>
    {
        options = Check<T>(options);
        string source = Path.GetFileName(path);
        using StreamReader text = new(path, s_utf8);
        try
        {
            return new CsvRecords<T>(source, options).Read(text);
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidCsvException($"{source} is not UTF-8. {OtherEncoding}", error);
        }
    }

    /// <summary>Reads text, row by row.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="text">The text; it is left open.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="InvalidCsvException">The header does not fit the record, or, unless errors are collected, a cell is bad.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static CsvResult<T> Read<T>(TextReader text, CsvOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CsvRecords<T>("The CSV text", Check<T>(options)).Read(text);
    }

    /// <summary>Writes records so that <see cref="Read{T}(TextReader, CsvOptions?)"/> gives them back.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="text">Where to write; it is left open.</param>
    /// <param name="records">The records.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="InvalidFeatureException">A record holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static void Write<T>(TextWriter text, IEnumerable<T> records, CsvOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(records);
        CsvLines<T> lines = new(text, Check<T>(options));
        lines.Header(target: null);
        foreach (T record in records)
            lines.Row(record, target: null);
    }

    /// <summary>Writes a data set; its target, if any, goes to the column that <see cref="CsvOptions.Target"/> names.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="text">Where to write; it is left open.</param>
    /// <param name="dataset">The records and their target.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or the target has no name.</exception>
    public static void Write<T>(TextWriter text, Dataset<T> dataset, CsvOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(dataset);
        options = Check<T>(options);
        if (dataset.Target is not null && options.Target is null)
            throw new InvalidOptionException("The data set has a target and the column for it has no name: set Target.");

        CsvLines<T> lines = new(text, options);
        lines.Header(dataset.Target is null ? null : options.Target);
        for (int row = 0; row < dataset.Count; row++)
            lines.Row(dataset[row], TargetCell(dataset.Target, row));
    }

    /// <summary>Writes records to a UTF-8 file without a byte order mark; a file of that name is replaced, and stays as it was where writing fails.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="records">The records.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="InvalidFeatureException">A record holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static void Write<T>(string path, IEnumerable<T> records, CsvOptions? options = null)
        where T : IFeatureRecord<T>
    {
        Check<T>(options);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(records);
        WholeFile.Write(path, stream =>
        {
            using StreamWriter text = new(stream, s_utf8, leaveOpen: true);
            Write(text, records, options);
        });
    }

    /// <summary>Writes a data set to a UTF-8 file without a byte order mark; a file of that name is replaced, and stays as it was where writing fails.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="dataset">The records and their target.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or the target has no name.</exception>
    public static void Write<T>(string path, Dataset<T> dataset, CsvOptions? options = null)
        where T : IFeatureRecord<T>
    {
        Check<T>(options);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(dataset);
        WholeFile.Write(path, stream =>
        {
            using StreamWriter text = new(stream, s_utf8, leaveOpen: true);
            Write(text, dataset, options);
        });
    }

    private static string? TargetCell(Target? target, int row) =>
        target is null ? null : target.IsClass ? target.Classes[(int)target.Values[row]] : CsvNumber.Write(target.Values[row]);

    private static CsvOptions Check<T>(CsvOptions? options)
        where T : IFeatureRecord<T>
    {
        options ??= new CsvOptions();
        options.Check<T>();
        if (T.Schema.Media.FirstOrDefault(media => !media.IsText) is { } image)
            throw new InvalidOptionException($"{T.Schema.Name}.{image} is an image, which no CSV cell can hold. Read the images from files of their own, such as with IdxFile.");
        return options;
    }
}
