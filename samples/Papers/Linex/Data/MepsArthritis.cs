namespace Papers;

/// <summary>The kind of arthritis.</summary>
public enum MepsArthritis
{
    None = -1,
    Rheumatoid = 1,
    Osteoarthritis = 2,
    NotSpecified = 3,
}
