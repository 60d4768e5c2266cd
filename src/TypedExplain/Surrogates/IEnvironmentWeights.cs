namespace TypedExplain.Surrogates;

/// <summary>Gives environments the weights of their samples.</summary>
internal interface IEnvironmentWeights
{
    /// <summary>Writes the sample weights of one environment.</summary>
    void Of(int environment, Span<double> weights);
}
