namespace Papers;

/// <summary>What weighs the images that an autoencoder draws.</summary>
public enum PixelWeights
{
    /// <summary>The kernel of the table, √exp(−δ²/κ²) with κ in units of √d.</summary>
    Kernel,

    /// <summary>MeLIME's own density, exp(−δ²/r²) with its radius r = 1, scaled to 1 at the image itself.</summary>
    Own,

    /// <summary>Nothing: all weigh the same.</summary>
    None,
}
