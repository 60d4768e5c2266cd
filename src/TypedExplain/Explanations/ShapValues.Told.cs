using TypedExplain.Explanations;
using TypedExplain.Telemetry;

namespace TypedExplain;

public sealed partial class ShapValues<T> : ITold
{
    ToldResult ITold.Told => new(Explainer.Name, ToldResult.Explained, CaveatNames.Of(Caveats), [], null);
}
