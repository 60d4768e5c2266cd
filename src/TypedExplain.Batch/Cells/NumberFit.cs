using TypedExplain.Schema.Values;

namespace TypedExplain.Batch.Cells;

/// <summary>Whether a feature takes a number as it is, to the bit, so that no text need be made of it.</summary>
internal readonly struct NumberFit
{
    /// <summary>A decimal keeps every whole number of so many digits.</summary>
    private const double DecimalWhole = 1e15;

    private readonly double _least;
    private readonly double _most;

    private NumberFit(Form form, FeatureRange limits, int column) => (Rule, _least, _most, Column) = (form, Math.Max(limits.Minimum, -double.MaxValue), Math.Min(limits.Maximum, double.MaxValue), column);

    /// <summary>By which rule a number is taken.</summary>
    public enum Form
    {
        /// <summary>By none: it is read as a text.</summary>
        None,

        /// <summary>Every finite number.</summary>
        Full,

        /// <summary>What single precision keeps.</summary>
        Single,

        /// <summary>What half precision keeps.</summary>
        Half,

        /// <summary>Whole numbers of 15 digits; others are read by their digits.</summary>
        Decimal,

        /// <summary>Whole numbers.</summary>
        Whole,
    }

    /// <summary>By which rule.</summary>
    public Form Rule { get; }

    /// <summary>The column of the encoded row.</summary>
    public int Column { get; }

    /// <summary>The rule of a feature for a kind of cells.</summary>
    public static NumberFit Of<T>(Feature<T> feature, CellKind kind)
        where T : IFeatureRecord<T>
    {
        bool isNumber = kind is CellKind.Number or CellKind.Single or CellKind.Whole || (kind == CellKind.Flag && feature.Kind == FeatureKind.Flag);
        Form form = !isNumber || !feature.Categories.IsEmpty || feature.DateUnit is not null || feature.DurationUnit is not null ? Form.None
            : feature.Kind is FeatureKind.Whole or FeatureKind.Flag ? Form.Whole
            : feature.Precision switch
            {
                NumberPrecision.Full => Form.Full,
                NumberPrecision.Single => Form.Single,
                NumberPrecision.Half => Form.Half,
                NumberPrecision.Decimal => Form.Decimal,
                _ => Form.None,
            };
        FeatureRange limits = feature.Kind == FeatureKind.Flag ? new FeatureRange(0, 1) : feature.Limits;
        return new(form, limits, feature.Column);
    }

    /// <summary>Whether a number is taken as it is.</summary>
    public bool Takes(double value) => value >= _least && value <= _most && Rule switch
    {
        Form.Full => true,
        Form.Single => (float)value == value,
        Form.Half => (double)(Half)value == value,
        Form.Decimal => value == Math.Floor(value) && Math.Abs(value) < DecimalWhole,
        Form.Whole => value == Math.Floor(value),
        _ => false,
    };

    /// <summary>Whether a whole number is taken as it is.</summary>
    public bool Takes(long value) => value is >= -(long)RuntimeLimits.LargestInteger and <= (long)RuntimeLimits.LargestInteger && Takes((double)value);
}
