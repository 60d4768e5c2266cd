namespace Papers;

/// <summary>What the LINEX paper leaves open about a local fit.</summary>
/// <param name="Key">Names it in the keys of cells.</param>
/// <param name="Words">Names it on a page.</param>
public sealed record Convention(string Key, string Words)
{
    /// <summary>Whether surrogates have a constant.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>The ridge penalty.</summary>
    public double Ridge { get; init; } = 1;

    /// <summary>How environments are drawn.</summary>
    public Bootstrap Bootstrap { get; init; } = Bootstrap.Uniform;

    /// <summary>t, the budget of LINEX's slopes.</summary>
    public double Budget { get; init; } = double.PositiveInfinity;

    /// <summary>The change, as a share of γ, below which LINEX's game has settled.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>The ridge penalty where every pixel of an image has a slope.</summary>
    public double PixelRidge { get; init; } = 1e-3;

    /// <summary>What weighs an autoencoder's images.</summary>
    public PixelWeights PixelWeights { get; init; } = PixelWeights.Kernel;

    /// <summary>The one kernel width that was tried, in units of √d; null for all of the study's.</summary>
    public double? OnlyWidth { get; init; }

    /// <summary>How many of the rows were explained at most.</summary>
    public int MostRows { get; init; } = int.MaxValue;

    /// <summary>Whether fits are in raw units rather than standard deviations.</summary>
    public bool HasRawUnits { get; init; }

    /// <summary>Whether the kernel measures distances in raw units rather than standard deviations.</summary>
    public bool HasRawDistances { get; init; }

    /// <summary>What TypedExplain does unless told otherwise.</summary>
    public static Convention Default { get; } = new("default", "TypedExplain's defaults");

    /// <summary>The paper's probable conventions, as far as they can be inferred from its numbers.</summary>
    public static Convention Likely { get; } = new("likely", "the paper's likely conventions")
    {
        Intercept = false,
        Ridge = 1e-3,
        Bootstrap = Bootstrap.ByWeight,
        Budget = 0.5,
        HasRawUnits = true,
        HasRawDistances = true,
    };

    /// <summary>All of it in words.</summary>
    public string Describe()
    {
        string budget = double.IsPositiveInfinity(Budget) ? "no l1 budget" : $"l1 budget t = {Budget:0.###}";
        string environments = Bootstrap == Bootstrap.Uniform ? "environments drawn evenly, kernel weights in their fits" : "environments drawn by kernel weight, unweighted fits";
        return $"{(Intercept ? "with" : "without")} an intercept, ridge {Ridge:0.####}, fits in {Units(HasRawUnits)}, distances in {Units(HasRawDistances)}, {environments}, {budget}{(Tolerance > 1e-6 ? $", stopped at ε = {Tolerance:0.###}γ" : "")}{Pixels()}";
    }

    /// <summary>What is special about images, in words; nothing where all is as it usually is.</summary>
    private string Pixels() =>
        $"{(PixelRidge == 1e-3 ? "" : $", ridge {PixelRidge:0.####} for every pixel")}{PixelWeights switch { PixelWeights.Kernel => "", PixelWeights.Own => ", MeLIME's own weights", _ => ", images weigh the same" }}{(OnlyWidth is { } width ? $", width {width:0.###} √d" : "")}{(MostRows < int.MaxValue ? $", first {MostRows} rows" : "")}";

    private static string Units(bool raw) => raw ? "raw units" : "standard deviations";
}
