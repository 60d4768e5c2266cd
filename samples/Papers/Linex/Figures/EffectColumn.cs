namespace Papers;

/// <summary>The effects that one method gives the pixels of some images.</summary>
/// <param name="Group">What it shares with the columns beside it.</param>
/// <param name="Method">Its name.</param>
/// <param name="Effects">The effects of all pixels, one image after the other.</param>
public sealed record EffectColumn(string Group, string Method, double[] Effects)
{
    /// <summary>The share of effects whose size the full color covers; single pixels beyond it would pale the rest.</summary>
    private const double Covered = 0.995;

    /// <summary>The effect that has the full color.</summary>
    public double Limit { get; } = Effects.Select(Math.Abs).Order().ElementAt((int)(Covered * (Effects.Length - 1)));

    /// <summary>What stands below each image; none by default.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];
}
