namespace TypedExplain;

/// <summary>How much of an instance a receipt holds.</summary>
public enum ReceiptContent
{
    /// <summary>The instance and the whole result: the receipt alone says what was decided on, and is kept as the records are.</summary>
    Whole,

    /// <summary>
    /// The instance by its SHA-256, and of the result what it says of features that are not protected, without any value. To replay it
    /// the instance is given again. Of a record of few possible values a digest is no secret: all of them can be tried.
    /// </summary>
    HashedInstance,
}
