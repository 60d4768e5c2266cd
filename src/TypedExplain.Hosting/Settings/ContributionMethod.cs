namespace TypedExplain.Hosting;

/// <summary>The method that a service divides an answer among the features by.</summary>
public enum ContributionMethod
{
    /// <summary>TreeSHAP where the model is a forest, KernelSHAP else.</summary>
    Automatic,

    /// <summary>KernelSHAP: for any model; needs a background.</summary>
    KernelShap,

    /// <summary>TreeSHAP: exact, for forests.</summary>
    TreeShap,
}
