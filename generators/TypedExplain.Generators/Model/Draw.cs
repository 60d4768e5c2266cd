namespace TypedExplain.Generators.Model;

/// <summary>How a neighborhood draws a feature; the names and their order are those of the runtime's <c>Draw</c>.</summary>
internal enum Draw
{
    Gaussian,
    Marginal,
    Uniform,
    Fixed,
}
