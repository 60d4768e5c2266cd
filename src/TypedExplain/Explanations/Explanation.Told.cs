using TypedExplain.Explanations;
using TypedExplain.Telemetry;

namespace TypedExplain;

public sealed partial class Explanation<T> : ITold
{
    ToldResult ITold.Told => new(Explainer.Name, ToldResult.Explained, CaveatNames.Of(Caveats), Fit is { } fit ? [fit.R2] : [], null);
}
