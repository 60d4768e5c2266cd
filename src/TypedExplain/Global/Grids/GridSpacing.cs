namespace TypedExplain;

/// <summary>Where the points of a number lie.</summary>
public enum GridSpacing
{
    /// <summary>At values of the background that divide its rows into equal shares.</summary>
    Quantile,

    /// <summary>Evenly between the least and the largest value of the background, on the scale of the feature; on a circle all the way round.</summary>
    Even,
}
