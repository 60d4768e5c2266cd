using System.Globalization;

namespace TypedExplain.Fuzz;

/// <summary>What became of the inputs of one reader.</summary>
internal sealed record Counts(string Reader)
{
    public long Inputs { get; set; }

    public long Read { get; set; }

    public long Foreign { get; set; }

    public long OverTheLaw { get; set; }

    public long NotFinite { get; set; }

    public long Hung { get; set; }

    /// <summary>The largest memory above a thousandth of what the law allows, as a share of it.</summary>
    public double LargestShare { get; set; }

    /// <summary>The first of each kind, with the input that made it in Base64.</summary>
    public List<string> Found { get; } = [];

    public bool IsClean => Foreign + OverTheLaw + NotFinite + Hung == 0;

    public static string Head => $"{"reader",-18} {"inputs",10} {"read",10} {"refused",10} {"foreign",8} {"hung",5} {"over",5} {"NaN",4} {"share",6}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reader,-18} {Inputs,10} {Read,10} {Inputs - Read - Foreign - Hung,10} {Foreign,8} {Hung,5} {OverTheLaw,5} {NotFinite,4} {LargestShare,6:P0}");
}
