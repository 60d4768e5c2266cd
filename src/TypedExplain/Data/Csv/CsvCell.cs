namespace TypedExplain;

/// <summary>The cells of one feature: text to the columns of an encoded row, and back.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class CsvCell<T>(Feature<T> feature)
    where T : IFeatureRecord<T>
{
    private const string FlagWords = "true or false, 1 or 0, yes or no";

    private readonly CsvNames _names = new(feature.Categories, feature.EnumValues, feature.CategoryDisplayNames);

    public Feature<T> Feature => feature;

    /// <summary>One cell per feature that a file has a column for: missingness is an empty cell.</summary>
    public static CsvCell<T>[] OfSchema() =>
        [.. T.Schema.Features.Where(feature => feature.Kind != FeatureKind.Missing).Select(feature => new CsvCell<T>(feature))];

    /// <summary>Fills the feature's columns; gives null, or the reason why the text cannot be read.</summary>
    public string? Read(string text, Span<double> columns) => feature switch
    {
        { Kind: FeatureKind.Flag } => ReadFlag(text, columns),
        { Categories.IsEmpty: false } => ReadName(text, columns),
        { DateUnit: not null } => CsvDate.Read(text, feature, out columns[feature.Column]),
        _ => ReadNumber(text, columns),
    };

    /// <summary>Whether a text is one of a closed list of values: a category or a flag.</summary>
    public bool IsListed(string text) => feature.Kind == FeatureKind.Flag
        ? Flag(text) is not null
        : !feature.Categories.IsEmpty && _names.Read(text, out _) is null;

    /// <summary>The text that <see cref="Read"/> reads back.</summary>
    public string Write(ReadOnlySpan<double> columns) => feature switch
    {
        _ when !feature.IsPresent(columns) => "",
        { Kind: FeatureKind.Flag } => feature.Format(columns),
        { Categories.IsEmpty: false } => feature.NameIn(columns),
        { DateUnit: not null } => CsvDate.Write(feature.DateOf(columns[feature.Column])),
        _ => CsvPrecision.Write(columns[feature.Column], feature.Precision),
    };

    /// <summary>Checks that a record's number has no more digits than a column keeps of it.</summary>
    /// <exception cref="InvalidFeatureException">It is a <see cref="decimal"/> of more than 15 digits.</exception>
    public void RequireKept(ReadOnlySpan<double> columns)
    {
        double value = columns[feature.Column];
        if (feature.Precision == NumberPrecision.Decimal && (double)Cell.ToDecimal(value) != value)
            throw InvalidFeatureException.TooManyDigits(feature, value);
    }

    private string? ReadFlag(string text, Span<double> columns)
    {
        bool? flag = Flag(text);
        columns[feature.Column] = flag == true ? 1 : 0;
        return flag is not null ? null : string.IsNullOrWhiteSpace(text) ? CsvWords.Missing(FlagWords) : CsvWords.Must(text, FlagWords);
    }

    private static bool? Flag(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" => true,
        "false" or "no" => false,
        string number when CsvNumber.TryWhole(number, out long value) && value is 0 or 1 => value == 1,
        _ => null,
    };

    private string? ReadName(string text, Span<double> columns)
    {
        string? reason = _names.Read(text, out int position);
        if (reason is null && feature.Kind == FeatureKind.Category)
            feature.WriteCategory(position, columns.Slice(feature.Column, feature.ColumnCount));
        else if (reason is null)
            columns[feature.Column] = position;
        return reason;
    }

    private string? ReadNumber(string text, Span<double> columns)
    {
        string? reason = CsvNumber.Read(text, feature.Allowed, out double value);
        columns[feature.Column] = value;
        if (reason is not null)
            return reason;
        string number = CsvNumber.Clean(text);
        return MayFit(number, value) ? CsvPrecision.Lost(number, value, feature.Precision) : CsvWords.Must(feature.Allowed);
    }

    /// <summary>
    /// Whether a number is inside the limits, or so near that a type with fewer digits may round it inside: 0.1 is below
    /// the smallest <see cref="float"/> of [0.1, 1]. The record's own value is checked after decoding.
    /// </summary>
    private bool MayFit(string number, double value)
    {
        if (feature.Kind == FeatureKind.Whole)
            return value == Math.Floor(value) && feature.Limits.Contains(value) && (number.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 || CsvDigits.Of(number).IsWhole);
        double near = Math.Abs(value) / 1000;
        return feature.Limits.Contains(value) || feature.Limits.Contains(value + near) || feature.Limits.Contains(value - near);
    }
}
