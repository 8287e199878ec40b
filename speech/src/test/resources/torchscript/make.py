"""Writes the TorchScript files beside it: /usr/bin/python3 make.py, with Debian's python3-torch 1.13.

Each is a function small enough to be worked out again in a test.
"""

import torch
from torch import Tensor, nn


class Waveform(nn.Module):
    """(batch, samples) -> (batch, 3): logits for neutral, sad, angry of the level and the mean of |x|."""

    def forward(self, x: Tensor) -> Tensor:
        rms = x.square().mean(1).sqrt()
        size = x.abs().mean(1)
        return torch.stack([1 - 20 * rms, 3 - 60 * size, 20 * rms], 1)


class LogMel(nn.Module):
    """(batch, frames, 64) -> (batch, outputs): logits of the mean, in a network left in training mode.

    Only in evaluation mode does the dropout pass everything and the normalisation, whose mean is -40 and whose
    variance is 400, know nothing of the batch.
    """

    def __init__(self, outputs: int):
        super().__init__()
        self.dropout = nn.Dropout(0.5)
        self.norm = nn.BatchNorm1d(64, eps=0.0, affine=False)
        self.norm.running_mean.fill_(-40)
        self.norm.running_var.fill_(400)
        self.outputs = outputs

    def forward(self, x: Tensor) -> Tensor:
        level = self.norm(self.dropout(x.mean(1))).mean(1, keepdim=True)
        return level * torch.arange(self.outputs)


class Probabilities(nn.Module):
    """(batch, samples) -> (batch, 3): probabilities that do not depend on the input."""

    def forward(self, x: Tensor) -> Tensor:
        return torch.tensor([[0.25, 0.0, 0.75]]).expand(x.shape[0], 3)


class NotANumber(nn.Module):
    def forward(self, x: Tensor) -> Tensor:
        return x[:, :3] * float("nan")


class Mixing(nn.Module):
    """Each row depends on the rows beside it."""

    def forward(self, x: Tensor) -> Tensor:
        return (x - x.mean(0, keepdim=True))[:, :3]


class Pair(nn.Module):
    def forward(self, x: Tensor):
        return x[:, :3], x[:, 3:6]


class Fixed(nn.Module):
    """Takes windows of 16,000 samples alone."""

    def forward(self, x: Tensor) -> Tensor:
        return (x + torch.zeros(16_000))[:, :3]


torch.jit.script(Waveform()).save("waveform.pt")
torch.jit.script(LogMel(3)).save("log-mel.pt")
torch.jit.script(LogMel(4)).save("four-outputs.pt")
torch.jit.script(Probabilities()).save("probabilities.pt")
torch.jit.script(NotANumber()).save("not-a-number.pt")
torch.jit.script(Mixing()).save("mixing.pt")
torch.jit.script(Pair()).save("pair.pt")
torch.jit.script(Fixed()).save("fixed.pt")
